package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which fields differ between two states of an object.
 *
 * @param added fields that only the second has
 * @param modified fields that both have, with different values
 * @param removed fields that only the first has
 */
public record FieldComparison(JsonObject added, JsonObject modified, JsonObject removed) {
    private static final Object ABSENT = new Object();

    /** Compares two states by schema. */
    public static FieldComparison of(JsonObject before, JsonObject after, Schema schema) {
        if (before == after) {
            return new FieldComparison(JsonObject.EMPTY, JsonObject.EMPTY, JsonObject.EMPTY);
        }
        Walk walk = new Walk();
        walk.members(before, after, schema);
        return new FieldComparison(walk.added.build(), walk.modified.build(), walk.removed.build());
    }

    /** The fields that the second state changed or introduced. */
    public JsonObject changed() {
        return FieldSets.union(added, modified);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return added.isEmpty() && modified.isEmpty() && removed.isEmpty();
    }

    /** Collects the differences below one node. */
    private static final class Walk {
        private final JsonObject.Builder added = JsonObject.builder(4);
        private final JsonObject.Builder modified = JsonObject.builder(4);
        private final JsonObject.Builder removed = JsonObject.builder(4);

        void members(JsonObject before, JsonObject after, Schema schema) {
            for (int i = 0; i < before.size(); i++) {
                String name = before.keyAt(i);
                Object now = after.containsKey(name) ? after.get(name) : ABSENT;
                if (now != before.valueAt(i)) {
                    step(Steps.field(name), before.valueAt(i), now, Shape.member(schema, name));
                }
            }
            for (int i = 0; i < after.size(); i++) {
                String name = after.keyAt(i);
                if (!before.containsKey(name)) {
                    step(Steps.field(name), ABSENT, after.valueAt(i), Shape.member(schema, name));
                }
            }
        }

        private void items(JsonArray before, JsonArray after, Schema schema) {
            Map<String, Object> old = index(before, schema);
            Map<String, Object> now = index(after, schema);
            Schema items = Shape.items(schema);
            old.forEach((step, item) -> step(step, item, now.getOrDefault(step, ABSENT), items));
            now.forEach((step, item) -> {
                if (!old.containsKey(step)) {
                    step(step, ABSENT, item, items);
                }
            });
        }

        private static Map<String, Object> index(JsonArray array, Schema schema) {
            Map<String, Object> index = new LinkedHashMap<>();
            for (Object item : array) {
                index.put(Steps.item(item, schema), item == null ? JsonObject.EMPTY : item);
            }
            return index;
        }

        private void step(String step, @Nullable Object before, @Nullable Object after, Schema schema) {
            boolean isNew = before == ABSENT;
            boolean isGone = after == ABSENT;
            Object sample = after == ABSENT ? before : after;
            Shape shape = Shape.of(schema, sample);
            boolean sameShape = before == ABSENT || after == ABSENT || Shape.of(schema, before) == shape;
            if (shape == Shape.LEAF || !sameShape || (isEmpty(before) && isEmpty(after))) {
                if (isNew) {
                    added.put(step, JsonObject.EMPTY);
                } else if (isGone) {
                    removed.put(step, JsonObject.EMPTY);
                } else if (!Objects.equals(before, after) && !(isEmpty(before) && isEmpty(after))) {
                    modified.put(step, JsonObject.EMPTY);
                }
                return;
            }
            Walk inner = new Walk();
            if (shape == Shape.OBJECT) {
                inner.members(object(before), object(after), schema);
            } else {
                inner.items(array(before), array(after), schema);
            }
            put(added, step, inner.added.build(), isNew);
            put(removed, step, inner.removed.build(), isGone);
            put(modified, step, inner.modified.build(), false);
        }

        private static void put(JsonObject.Builder set, String step, JsonObject below, boolean self) {
            if (self && !below.isEmpty()) {
                set.put(step, below.with(".", JsonObject.EMPTY));
            } else if (self || !below.isEmpty()) {
                set.put(step, below);
            }
        }

        private static boolean isEmpty(@Nullable Object value) {
            return value == null
                    || value == ABSENT
                    || (value instanceof JsonObject object && object.isEmpty())
                    || (value instanceof JsonArray array && array.isEmpty());
        }

        private static JsonObject object(@Nullable Object value) {
            return value instanceof JsonObject object ? object : JsonObject.EMPTY;
        }

        private static JsonArray array(@Nullable Object value) {
            return value instanceof JsonArray array ? array : JsonArray.EMPTY;
        }
    }
}
