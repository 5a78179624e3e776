package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.fill;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Custom resource definitions: complete names, and what may not change once they are established. */
final class DefinitionStrategy implements Strategy {
    @Override
    public JsonObject defaults(JsonObject object) {
        JsonObject result = Trees.edit(object, "spec", spec -> {
            String kind = text(spec, "names", "kind");
            JsonObject filled = spec;
            if (!kind.isEmpty()) {
                filled = fill(filled, kind.toLowerCase(Locale.ROOT), "names", "singular");
                filled = fill(filled, kind + "List", "names", "listKind");
            }
            return fill(filled, "None", "conversion", "strategy");
        });
        String storage = storageVersion(result);
        if (!storage.isEmpty() && !result.array("status", "storedVersions").contains(storage)) {
            JsonArray stored = result.array("status", "storedVersions");
            result = result.withAt(PodStrategy.append(stored, storage), "status", "storedVersions");
        }
        return result;
    }

    private static String storageVersion(JsonObject object) {
        JsonArray versions = object.array("spec", "versions");
        for (int i = 0; i < versions.size(); i++) {
            if (versions.object(i).isTrue("storage")) {
                return text(versions.object(i), "name");
            }
        }
        return "";
    }

    @Override
    public JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        String storage = storageVersion(object);
        return object.with(
                "status",
                JsonObject.of(
                        "acceptedNames",
                        JsonObject.of("kind", "", "plural", ""),
                        "conditions",
                        null,
                        "storedVersions",
                        storage.isEmpty() ? JsonArray.EMPTY : JsonArray.of(storage)));
    }

    @Override
    public JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
        String storage = storageVersion(object);
        JsonArray stored = old.array("status", "storedVersions");
        return storage.isEmpty() || stored.contains(storage)
                ? object
                : object.withAt(PodStrategy.append(stored, storage), "status", "storedVersions");
    }

    @Override
    public boolean changesGeneration(JsonObject object, JsonObject old) {
        return !Objects.equals(object.get("spec"), old.get("spec"));
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        DefinitionValidation.check(object, errors);
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        for (String[] path : new String[][] {{"group"}, {"names", "kind"}, {"scope"}}) {
            String[] full = path.length == 1 ? new String[] {"spec", path[0]} : new String[] {"spec", path[0], path[1]};
            if (!Objects.equals(object.at(full), old.at(full))) {
                errors.add(FieldError.invalid(String.join(".", full), object.at(full), "field is immutable"));
            }
        }
        validate(object, errors);
    }
}
