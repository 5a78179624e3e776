package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.value.ResourceQuantity;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Claims of volumes: what they ask for stays, except that a bound claim may grow. */
final class ClaimStrategy implements Strategy {
    @Override
    public JsonObject defaults(JsonObject object) {
        JsonObject result = edit(object, "spec", spec -> fill(spec, "Filesystem", "volumeMode"));
        return fill(result, "Pending", "status", "phase");
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        return VolumeClaims.protectedBy(object, "kubernetes.io/pvc-protection")
                .with("status", JsonObject.of("phase", "Pending"));
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        LabelChecks.selector(spec.object("selector"), "spec.selector", errors);
        VolumeClaims.accessModes(spec, "at least 1 access mode is required", errors);
        Object size = spec.at("resources", "requests", "storage");
        if (size == null) {
            errors.add(FieldError.required("spec.resources[storage]", ""));
        } else {
            VolumeClaims.positive(size, "spec.resources[storage]", errors);
        }
        VolumeClaims.classAndMode(spec, errors);
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        JsonObject spec = object.object("spec");
        JsonObject before = old.object("spec");
        JsonObject now = spec;
        if (before.get("volumeName") == null) {
            now = with(now, before, "volumeName");
        }
        if (before.get("storageClassName") == null) {
            now = with(now, before, "storageClassName");
        }
        if ("Bound".equals(old.text("status", "phase"))) {
            now = with(now, before, "volumeAttributesClassName");
            Object size = before.at("resources", "requests", "storage");
            now = size == null ? now : now.withAt(size, "resources", "requests", "storage");
        }
        if (!now.equals(before)) {
            errors.add(FieldError.forbidden(
                    "spec",
                    "spec is immutable after creation except resources.requests and volumeAttributesClassName for "
                            + "bound claims"));
        }
        checkSize(spec, before, old.object("status", "capacity"), errors);
    }

    /** A claim may shrink back only as far as the volume it has. */
    private static void checkSize(JsonObject spec, JsonObject before, JsonObject capacity, List<FieldError> errors) {
        ResourceQuantity size = ResourceChecks.quantity(spec.at("resources", "requests", "storage"));
        ResourceQuantity earlier = ResourceChecks.quantity(before.at("resources", "requests", "storage"));
        if (size.compareTo(earlier) < 0 && size.compareTo(ResourceChecks.quantity(capacity.get("storage"))) <= 0) {
            errors.add(FieldError.forbidden(
                    "spec.resources.requests.storage", "field can not be less than status.capacity"));
        }
    }

    private static JsonObject with(JsonObject spec, JsonObject before, String name) {
        Object value = before.get(name);
        return value == null ? spec.without(name) : spec.with(name, value);
    }
}
