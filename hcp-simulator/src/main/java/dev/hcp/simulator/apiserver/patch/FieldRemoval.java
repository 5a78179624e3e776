package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes the fields of a set from a tree. What becomes empty by that becomes null, as in the reference. */
final class FieldRemoval {
    private FieldRemoval() {}

    /** The object without the fields of a set. */
    static JsonObject from(JsonObject value, JsonObject set, Schema schema) {
        JsonObject result = value;
        for (int i = 0; i < set.size(); i++) {
            String step = set.keyAt(i);
            if (!step.startsWith("f:")) {
                continue;
            }
            String name = step.substring(2);
            if (FieldSets.has(set, step)) {
                result = result.without(name);
            } else if (result.containsKey(name)) {
                JsonObject below = FieldSets.below(set, step);
                result = result.with(name, below(result.get(name), below, Shape.member(schema, name)));
            }
        }
        return result;
    }

    private static @Nullable Object below(@Nullable Object value, JsonObject set, Schema schema) {
        if (value instanceof JsonObject object) {
            if (object.isEmpty() || Shape.of(schema, value) != Shape.OBJECT) {
                return null;
            }
            JsonObject kept = from(object, set, schema);
            return kept.isEmpty() ? null : kept;
        }
        if (value instanceof JsonArray array) {
            return array.isEmpty() || Shape.of(schema, value) != Shape.LIST ? null : items(array, set, schema);
        }
        return value;
    }

    private static @Nullable JsonArray items(JsonArray array, JsonObject set, Schema schema) {
        List<@Nullable Object> kept = new ArrayList<>(array.size());
        for (Object item : array) {
            String step = Steps.item(item, schema);
            if (!FieldSets.has(set, step)) {
                JsonObject below = FieldSets.below(set, step);
                kept.add(below.isEmpty() ? item : below(item, below, Shape.items(schema)));
            }
        }
        return kept.isEmpty() ? null : JsonArray.copyOf(kept);
    }
}
