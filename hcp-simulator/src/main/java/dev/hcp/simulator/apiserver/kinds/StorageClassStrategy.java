package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Storage classes, which hardly change. */
final class StorageClassStrategy implements Strategy {
    private static final List<String> POLICIES = List.of("Delete", "Retain");
    private static final List<String> MODES = List.of("Immediate", "WaitForFirstConsumer");

    @Override
    public JsonObject defaults(JsonObject object) {
        return fill(fill(object, "Delete", "reclaimPolicy"), "Immediate", "volumeBindingMode");
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        if (FieldChecks.requiredAtRoot(object, "provisioner", errors)) {
            String provisioner = Trees.text(object, "provisioner");
            LabelChecks.key(provisioner.toLowerCase(Locale.ROOT), "provisioner", errors);
        }
        supported(object, "reclaimPolicy", POLICIES, errors);
        supported(object, "volumeBindingMode", MODES, errors);
    }

    private static void supported(JsonObject object, String name, List<String> values, List<FieldError> errors) {
        String value = Trees.text(object, name);
        if (!values.contains(value)) {
            errors.add(FieldError.notSupported(name, value, values));
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        for (String field : List.of("parameters", "provisioner", "reclaimPolicy")) {
            if (!Objects.equals(object.get(field), old.get(field))) {
                errors.add(FieldError.forbidden(field, "updates to " + field + " are forbidden."));
            }
        }
        Object mode = object.get("volumeBindingMode");
        if (!Objects.equals(mode, old.get("volumeBindingMode"))) {
            errors.add(FieldError.invalid("volumeBindingMode", mode, FieldChecks.IMMUTABLE));
        }
    }
}
