package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Config maps have keys that can be file names, a limit of size, and may be frozen. */
final class ConfigMapStrategy implements Strategy {
    private static final int LIMIT = 1048576;

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject data = object.object("data");
        JsonObject binary = object.object("binaryData");
        checkKeys(data, "data", errors);
        for (String key : data.keySet()) {
            if (binary.containsKey(key)) {
                errors.add(FieldError.invalid("data[" + key + "]", key, "duplicate of key present in binaryData"));
            }
        }
        checkKeys(binary, "binaryData", errors);
        long size = 0;
        for (Object value : data.values()) {
            size += String.valueOf(value).getBytes(StandardCharsets.UTF_8).length;
        }
        for (Object value : binary.values()) {
            size += String.valueOf(value).length() * 3L / 4;
        }
        if (size > LIMIT) {
            errors.add(FieldError.tooLong("[]", LIMIT));
        }
    }

    static void checkKeys(JsonObject data, String field, List<FieldError> errors) {
        data.keySet().forEach(key -> FieldChecks.configKey(key, field + "[" + key + "]", errors));
    }

    static void checkFrozen(JsonObject object, JsonObject old, List<String> fields, List<FieldError> errors) {
        if (!old.isTrue("immutable")) {
            return;
        }
        if (!object.isTrue("immutable")) {
            errors.add(FieldError.forbidden("immutable", "field is immutable when `immutable` is set"));
        }
        for (String field : fields) {
            if (!Objects.equals(object.get(field), old.get(field))) {
                errors.add(FieldError.forbidden(field, "field is immutable when `immutable` is set"));
            }
        }
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        checkFrozen(object, old, List.of("data", "binaryData"), errors);
        validate(object, errors);
    }
}
