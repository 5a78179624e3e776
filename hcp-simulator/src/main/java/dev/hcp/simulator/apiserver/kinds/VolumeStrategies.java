package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;

/** Volumes, claims and storage classes. */
final class VolumeStrategies {
    private VolumeStrategies() {}

    private static JsonObject protectedBy(JsonObject object, String finalizer) {
        JsonArray finalizers = object.array("metadata", "finalizers");
        return finalizers.contains(finalizer)
                ? object
                : object.withAt(PodStrategy.append(finalizers, finalizer), "metadata", "finalizers");
    }

    static final class Claim implements Strategy {
        @Override
        public JsonObject defaults(JsonObject object) {
            return fill(
                    edit(object, "spec", spec -> fill(spec, "Filesystem", "volumeMode")), "Pending", "status", "phase");
        }

        @Override
        public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
            return protectedBy(object, "kubernetes.io/pvc-protection")
                    .with("status", JsonObject.of("phase", "Pending"));
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            if (object.array("spec", "accessModes").isEmpty()) {
                errors.add(FieldError.required("spec.accessModes", "at least 1 access mode is required"));
            }
            if (object.at("spec", "resources", "requests", "storage") == null) {
                errors.add(FieldError.required("spec.resources[storage]", ""));
            }
        }

        @Override
        public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
            JsonObject now = comparable(object.object("spec"));
            JsonObject before = comparable(old.object("spec"));
            if (before.get("storageClassName") == null) {
                now = now.without("storageClassName");
            }
            if (before.get("volumeName") == null) {
                now = now.without("volumeName");
            }
            if (!now.equals(before)) {
                errors.add(FieldError.forbidden(
                        "spec",
                        "spec is immutable after creation except resources.requests and volumeAttributesClassName for "
                                + "bound claims"));
            }
        }

        private static JsonObject comparable(JsonObject spec) {
            return spec.without("volumeAttributesClassName").withoutAt("resources", "requests");
        }
    }

    static final class Volume implements Strategy {
        @Override
        public JsonObject defaults(JsonObject object) {
            JsonObject result = edit(object, "spec", spec -> {
                JsonObject filled = fill(spec, "Retain", "persistentVolumeReclaimPolicy");
                filled = fill(filled, "Filesystem", "volumeMode");
                return edit(filled, "hostPath", path -> fill(path, "", "type"));
            });
            return fill(result, "Pending", "status", "phase");
        }

        @Override
        public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
            return fill(protectedBy(object, "kubernetes.io/pv-protection"), "Pending", "status", "phase");
        }
    }

    static final class ForStorageClass implements Strategy {
        @Override
        public JsonObject defaults(JsonObject object) {
            return fill(fill(object, "Delete", "reclaimPolicy"), "Immediate", "volumeBindingMode");
        }

        @Override
        public void validate(JsonObject object, List<FieldError> errors) {
            if (Trees.text(object, "provisioner").isEmpty()) {
                errors.add(FieldError.required("provisioner", ""));
            }
        }

        @Override
        public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
            for (String field : List.of("parameters", "provisioner", "reclaimPolicy", "volumeBindingMode")) {
                if (!Objects.equals(object.get(field), old.get(field))) {
                    errors.add(FieldError.forbidden(field, "updates to " + field + " are forbidden."));
                }
            }
        }
    }
}
