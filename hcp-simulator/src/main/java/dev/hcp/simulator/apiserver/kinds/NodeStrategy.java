package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Nodes: their addresses for pods and their provider stay once they are known. */
final class NodeStrategy implements Strategy {
    private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");
    private static final List<String> FREE = List.of("taints", "unschedulable", "configSource", "externalID");

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        Set<String> seen = new HashSet<>();
        List<JsonObject> taints = FieldChecks.objects(object, "spec", "taints");
        for (int i = 0; i < taints.size(); i++) {
            JsonObject taint = taints.get(i);
            String field = "metadata.taints[" + i + "]";
            LabelChecks.key(text(taint, "key"), field + ".key", errors);
            String effect = text(taint, "effect");
            FieldChecks.oneOf(effect, EFFECTS, field + ".effect", errors);
            if (!seen.add(text(taint, "key") + ":" + effect)) {
                errors.add(FieldError.duplicate(field, taint));
            }
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        JsonObject spec = object.object("spec");
        JsonObject before = old.object("spec");
        for (String field : List.of("podCIDR", "podCIDRs", "providerID")) {
            if (before.get(field) != null && !Objects.equals(before.get(field), spec.get(field))) {
                if (!field.equals("podCIDR")) {
                    errors.add(FieldError.forbidden(
                            "spec." + field,
                            "node updates may not change " + (field.equals("providerID") ? field : "podCIDR")
                                    + " except from \"\" to valid"));
                }
            }
            spec = spec.without(field);
            before = before.without(field);
        }
        for (String field : FREE) {
            spec = spec.without(field);
            before = before.without(field);
        }
        if (!spec.equals(before)) {
            errors.add(FieldError.forbidden("", "node updates may only change labels, taints, or capacity"));
        }
    }
}
