package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Containers that are added to a running pod: they stay, and have nothing that lasts. */
final class EphemeralContainerChecks {
    private static final List<String> FORBIDDEN =
            List.of("ports", "lifecycle", "livenessProbe", "readinessProbe", "startupProbe");

    private EphemeralContainerChecks() {}

    static void changed(JsonObject spec, JsonObject before, List<FieldError> errors) {
        List<JsonObject> containers = FieldChecks.objects(spec, "ephemeralContainers");
        Set<String> volumes = FieldChecks.objects(spec, "volumes").stream()
                .map(volume -> text(volume, "name"))
                .collect(Collectors.toSet());
        ContainerChecks checks = new ContainerChecks(volumes, errors);
        Set<String> names = new HashSet<>();
        for (String list : List.of("containers", "initContainers")) {
            FieldChecks.objects(spec, list).forEach(container -> names.add(text(container, "name")));
        }
        for (int i = 0; i < containers.size(); i++) {
            String at = "spec.ephemeralContainers[" + i + "]";
            JsonObject container = containers.get(i);
            checks.common(container, at);
            String name = text(container, "name");
            if (!name.isEmpty() && !names.add(name)) {
                errors.add(FieldError.duplicate(at + ".name", name));
            }
            for (String member : FORBIDDEN) {
                if (container.get(member) != null) {
                    errors.add(FieldError.forbidden(at + "." + member, "cannot be set for an Ephemeral Container"));
                }
            }
            if (!container.object("resources").isEmpty()) {
                errors.add(FieldError.forbidden(at + ".resources", "cannot be set for an Ephemeral Container"));
            }
        }
        checkKept(containers, before, errors);
    }

    private static void checkKept(List<JsonObject> containers, JsonObject before, List<FieldError> errors) {
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (JsonObject old : FieldChecks.objects(before, "ephemeralContainers")) {
            String name = text(old, "name");
            List<JsonObject> now = containers.stream()
                    .filter(container -> text(container, "name").equals(name))
                    .toList();
            if (now.isEmpty()) {
                removed.add(name);
            } else if (!now.get(0).equals(old)) {
                changed.add(name);
            }
        }
        for (String name : removed) {
            errors.add(FieldError.forbidden(
                    "spec.ephemeralContainers", "existing ephemeral containers \"" + name + "\" may not be removed\n"));
        }
        for (String name : changed) {
            errors.add(FieldError.forbidden(
                    "spec.ephemeralContainers", "existing ephemeral containers \"" + name + "\" may not be changed\n"));
        }
    }
}
