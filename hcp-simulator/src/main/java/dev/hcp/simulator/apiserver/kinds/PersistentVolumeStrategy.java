package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Persistent volumes, each with one source, which stays. */
final class PersistentVolumeStrategy implements Strategy {
    private static final List<String> POLICIES = List.of("Delete", "Recycle", "Retain");

    /** The structures of a spec that are not sources. */
    private static final Set<String> NO_SOURCES = Set.of("capacity", "claimRef", "nodeAffinity");

    @Override
    public JsonObject defaults(JsonObject object) {
        JsonObject result = edit(object, "spec", spec -> {
            JsonObject filled = fill(spec, "Retain", "persistentVolumeReclaimPolicy");
            return VolumeDefaults.source(fill(filled, "Filesystem", "volumeMode"));
        });
        return fill(result, "Pending", "status", "phase");
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        JsonObject result = VolumeClaims.protectedBy(object, "kubernetes.io/pv-protection");
        Object now = object.at("metadata", "creationTimestamp");
        return result.with("status", JsonObject.of("phase", "Pending", "lastPhaseTransitionTime", now));
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        VolumeClaims.accessModes(spec, "", errors);
        JsonObject capacity = spec.object("capacity");
        if (capacity.isEmpty()) {
            errors.add(FieldError.required("spec.capacity", ""));
        }
        if (!capacity.containsKey("storage") || capacity.size() > 1) {
            errors.add(new FieldError(
                    "spec.capacity",
                    FieldError.Kind.NOT_SUPPORTED,
                    capacity.isEmpty() ? "core.ResourceList(nil)" : "core.ResourceList" + GoSyntax.literal(capacity),
                    "supported values: \"storage\""));
        }
        capacity.forEach((name, amount) -> {
            if (amount != null) {
                VolumeClaims.positive(amount, "spec.capacity[" + name + "]", errors);
            }
        });
        String policy = Trees.text(spec, "persistentVolumeReclaimPolicy");
        if (!POLICIES.contains(policy)) {
            errors.add(FieldError.notSupported("spec.persistentVolumeReclaimPolicy", policy, POLICIES));
        }
        checkSources(spec, errors);
        VolumeClaims.classAndMode(spec, errors);
    }

    private static List<String> sources(JsonObject spec) {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < spec.size(); i++) {
            if (spec.valueAt(i) instanceof JsonObject && !NO_SOURCES.contains(spec.keyAt(i))) {
                sources.add(spec.keyAt(i));
            }
        }
        return sources;
    }

    private static void checkSources(JsonObject spec, List<FieldError> errors) {
        List<String> sources = sources(spec);
        if (sources.isEmpty()) {
            errors.add(FieldError.required("spec", "must specify a volume type"));
        }
        for (int i = 0; i < sources.size(); i++) {
            String field = "spec." + sources.get(i);
            JsonObject source = spec.object(sources.get(i));
            if (i > 0) {
                errors.add(FieldError.forbidden(field, "may not specify more than 1 volume type"));
                continue;
            }
            switch (sources.get(i)) {
                case "hostPath" -> VolumeChecks.hostPath(source, field, errors);
                case "nfs" -> VolumeChecks.nfs(source, field, errors);
                case "csi" -> {
                    FieldChecks.required(source, "driver", field, errors);
                    FieldChecks.required(source, "volumeHandle", field, errors);
                }
                case "local" -> {
                    FieldChecks.required(source, "path", field, errors);
                    if (spec.get("nodeAffinity") == null) {
                        errors.add(FieldError.required("spec", "Local volume requires node affinity"));
                    }
                }
                default -> {}
            }
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        JsonObject spec = object.object("spec");
        JsonObject before = old.object("spec");
        boolean sameSource = sources(spec).equals(sources(before))
                && sources(spec).stream().allMatch(source -> Objects.equals(spec.get(source), before.get(source)));
        if (!sameSource) {
            errors.add(FieldError.forbidden(
                    "spec.persistentvolumesource", "spec.persistentvolumesource is immutable after creation"));
        }
        FieldChecks.unchanged(spec, before, "volumeMode", "spec", errors);
    }
}
