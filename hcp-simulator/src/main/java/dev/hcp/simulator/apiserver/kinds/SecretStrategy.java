package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Secrets have a type that stays, take plain text on the way in, and may be frozen. */
final class SecretStrategy implements Strategy {
    private static final int LIMIT = 1048576;

    @Override
    public JsonObject defaults(JsonObject object) {
        JsonObject result = object;
        if (object.get("stringData") instanceof JsonObject plain) {
            JsonObject data = object.object("data");
            for (int i = 0; i < plain.size(); i++) {
                String text = String.valueOf(plain.valueAt(i));
                data = data.with(
                        plain.keyAt(i), Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
            }
            result = result.without("stringData");
            result = data.isEmpty() ? result : result.with("data", data);
        }
        String type = result.text("type");
        return type == null || type.isEmpty() ? result.with("type", "Opaque") : result;
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject data = object.object("data");
        ConfigMapStrategy.checkKeys(data, "data", errors);
        long size = 0;
        for (Object value : data.values()) {
            size += value instanceof String text ? text.length() * 3L / 4 : 0;
        }
        if (size > LIMIT) {
            errors.add(FieldError.tooLong("data", LIMIT));
        }
        String type = String.valueOf(object.text("type"));
        switch (type) {
            case "kubernetes.io/tls" -> {
                require(data, "tls.crt", errors);
                require(data, "tls.key", errors);
            }
            case "kubernetes.io/dockerconfigjson" -> require(data, ".dockerconfigjson", errors);
            case "kubernetes.io/dockercfg" -> require(data, ".dockercfg", errors);
            case "kubernetes.io/ssh-auth" -> require(data, "ssh-privatekey", errors);
            case "kubernetes.io/service-account-token" -> {
                if (object.text("metadata", "annotations", "kubernetes.io/service-account.name") == null) {
                    errors.add(FieldError.required("metadata.annotations[kubernetes.io/service-account.name]", ""));
                }
            }
            default -> {}
        }
    }

    private static void require(JsonObject data, String key, List<FieldError> errors) {
        if (!data.containsKey(key)) {
            errors.add(FieldError.required("data[" + key + "]", ""));
        }
    }

    @Override
    public JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
        // An update that leaves the type out means the one it has.
        return object.text("type") == null && old.get("type") != null ? object.with("type", old.get("type")) : object;
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        if (!Objects.equals(object.get("type"), old.get("type"))) {
            errors.add(FieldError.invalid("type", object.get("type"), "field is immutable"));
        }
        ConfigMapStrategy.checkFrozen(object, old, List.of("data"), errors);
        validate(object, errors);
    }
}
