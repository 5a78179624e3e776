package dev.hcp.simulator.apiserver.definition;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Custom resource definitions: complete names, a status that the server keeps, and what they must say. */
public final class DefinitionStrategy implements Strategy {
    private static final long HTTPS = 443;

    @Override
    public JsonObject defaults(JsonObject object) {
        if (!(object.get("spec") instanceof JsonObject)) {
            return object;
        }
        DefinitionSpec spec = DefinitionSpec.of(object);
        String kind = spec.text("names", "kind");
        JsonObject result = object;
        if (!kind.isEmpty()) {
            result = fill(result, kind.toLowerCase(Locale.ROOT), "spec", "names", "singular");
            result = fill(result, kind + "List", "spec", "names", "listKind");
        }
        if (spec.tree().get("conversion") == null) {
            result = result.withAt("None", "spec", "conversion", "strategy");
        }
        if (result.at("spec", "conversion", "webhook", "clientConfig", "service") instanceof JsonObject) {
            result = fill(result, HTTPS, "spec", "conversion", "webhook", "clientConfig", "service", "port");
        }
        String storage = spec.storageVersion();
        boolean stored = !result.array("status", "storedVersions").isEmpty();
        return storage.isEmpty() || stored ? result : result.withAt(JsonArray.of(storage), "status", "storedVersions");
    }

    private static JsonObject fill(JsonObject object, Object value, String... path) {
        Object present = object.at(path);
        return present == null || present.equals("") ? object.withAt(value, path) : object;
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        String storage = DefinitionSpec.of(object).storageVersion();
        return object.with(
                "status",
                JsonObject.of(
                        "acceptedNames",
                        JsonObject.of("kind", "", "plural", ""),
                        "conditions",
                        null,
                        "storedVersions",
                        storage.isEmpty() ? null : JsonArray.of(storage)));
    }

    @Override
    public JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
        String storage = DefinitionSpec.of(object).storageVersion();
        JsonArray stored = old.array("status", "storedVersions");
        if (storage.isEmpty() || stored.contains(storage)) {
            return object;
        }
        List<@Nullable Object> extended = new ArrayList<>(stored);
        extended.add(storage);
        return object.withAt(JsonArray.copyOf(extended), "status", "storedVersions");
    }

    @Override
    public boolean changesGeneration(JsonObject object, JsonObject old) {
        return !Objects.equals(object.get("spec"), old.get("spec"));
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        errors.addAll(DefinitionValidation.ofNew(object));
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        errors.addAll(DefinitionValidation.ofChanged(object, old));
    }
}
