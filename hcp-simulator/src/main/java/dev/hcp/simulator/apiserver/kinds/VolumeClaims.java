package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.value.ResourceQuantity;
import java.util.List;

/** What volumes and claims have in common. */
final class VolumeClaims {
    private static final List<String> MODES =
            List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
    private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");

    private VolumeClaims() {}

    /** The object with the finalizer that holds it while it is in use. */
    static JsonObject protectedBy(JsonObject object, String finalizer) {
        JsonArray finalizers = object.array("metadata", "finalizers");
        return finalizers.contains(finalizer)
                ? object
                : object.withAt(finalizers.plus(finalizer), "metadata", "finalizers");
    }

    static void accessModes(JsonObject spec, String why, List<FieldError> errors) {
        JsonArray modes = spec.array("accessModes");
        if (modes.isEmpty()) {
            errors.add(FieldError.required("spec.accessModes", why));
        }
        for (Object mode : modes) {
            if (!MODES.contains(String.valueOf(mode))) {
                errors.add(FieldError.notSupported("spec.accessModes", mode, MODES));
            }
        }
        if (modes.size() > 1 && modes.contains("ReadWriteOncePod")) {
            errors.add(
                    FieldError.forbidden("spec.accessModes", "may not use ReadWriteOncePod with other access modes"));
        }
    }

    static void positive(Object quantity, String field, List<FieldError> errors) {
        ResourceQuantity amount = ResourceChecks.quantity(quantity);
        if (amount.amount().signum() <= 0) {
            errors.add(FieldError.invalid(field, amount.canonical(), "must be greater than zero"));
        }
    }

    static void classAndMode(JsonObject spec, List<FieldError> errors) {
        String storageClass = Trees.text(spec, "storageClassName");
        if (!storageClass.isEmpty()) {
            FieldChecks.subdomain(storageClass, "spec.storageClassName", errors);
        }
        String mode = Trees.text(spec, "volumeMode");
        if (!mode.isEmpty() && !VOLUME_MODES.contains(mode)) {
            errors.add(FieldError.notSupported("spec.volumeMode", mode, VOLUME_MODES));
        }
    }
}
