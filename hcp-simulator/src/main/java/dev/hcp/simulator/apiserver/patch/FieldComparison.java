package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which fields differ between two states of an object. The states share what they have in common: a part that is the
 * same instance in both is not looked into.
 *
 * @param added fields that only the second has
 * @param modified fields that both have, with different values
 * @param removed fields that only the first has
 */
public record FieldComparison(JsonObject added, JsonObject modified, JsonObject removed) {
    private static final FieldComparison SAME =
            new FieldComparison(JsonObject.EMPTY, JsonObject.EMPTY, JsonObject.EMPTY);
    private static final Object ABSENT = new Object();

    /** Compares two states by schema. */
    public static FieldComparison of(JsonObject before, JsonObject after, Schema schema) {
        if (before == after) {
            return SAME;
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
            Map<String, List<@Nullable Object>> old = byStep(before, schema);
            Map<String, List<@Nullable Object>> now = byStep(after, schema);
            Schema items = Shape.items(schema);
            old.forEach((step, left) -> item(step, left, now.getOrDefault(step, List.of()), items));
            now.forEach((step, right) -> {
                if (!old.containsKey(step)) {
                    item(step, List.of(), right, items);
                }
            });
        }

        private static Map<String, List<@Nullable Object>> byStep(JsonArray array, Schema schema) {
            Map<String, List<@Nullable Object>> index = new LinkedHashMap<>();
            for (Object item : array) {
                index.computeIfAbsent(Steps.item(item, schema), step -> new ArrayList<>(1))
                        .add(item);
            }
            return index;
        }

        /** Compares the items of one key: several of them are looked at as one value. */
        private void item(String step, List<@Nullable Object> before, List<@Nullable Object> after, Schema schema) {
            if (before.size() <= 1 && after.size() <= 1) {
                step(step, before.isEmpty() ? ABSENT : before.get(0), after.isEmpty() ? ABSENT : after.get(0), schema);
            } else if (before.size() > 1 && after.size() > 1) {
                if (!before.equals(after)) {
                    modified.put(step, JsonObject.EMPTY);
                }
            } else if (before.size() > 1) {
                if (!after.isEmpty()) {
                    step(step, ABSENT, after.get(0), schema);
                }
                removed.put(step, JsonObject.EMPTY);
            } else {
                if (!before.isEmpty()) {
                    step(step, before.get(0), ABSENT, schema);
                }
                added.put(step, JsonObject.EMPTY);
            }
        }

        private void step(String step, @Nullable Object before, @Nullable Object after, Schema schema) {
            if (before == after) {
                return;
            }
            Shape leftShape = Shape.of(schema, before == ABSENT ? after : before);
            Shape rightShape = Shape.of(schema, after == ABSENT ? before : after);
            if (leftShape != rightShape) {
                // A value of another shape took its place: what was in the first goes, what is in the second comes.
                visit(leftShape, step, before, after, schema);
            }
            visit(rightShape, step, before, after, schema);
        }

        private void visit(Shape shape, String step, @Nullable Object before, @Nullable Object after, Schema schema) {
            boolean isNew = before == ABSENT;
            boolean isGone = after == ABSENT;
            JsonObject leftObject = before instanceof JsonObject object ? object : JsonObject.EMPTY;
            JsonObject rightObject = after instanceof JsonObject object ? object : JsonObject.EMPTY;
            JsonArray leftArray = before instanceof JsonArray array ? array : JsonArray.EMPTY;
            JsonArray rightArray = after instanceof JsonArray array ? array : JsonArray.EMPTY;
            boolean nothingWithin = shape == Shape.OBJECT
                    ? leftObject.isEmpty() && rightObject.isEmpty()
                    : leftArray.isEmpty() && rightArray.isEmpty();
            if (shape == Shape.LEAF || nothingWithin) {
                if (isNew) {
                    added.put(step, JsonObject.EMPTY);
                } else if (isGone) {
                    removed.put(step, JsonObject.EMPTY);
                } else if (!same(before, after)) {
                    modified.put(step, JsonObject.EMPTY);
                }
                return;
            }
            Walk inner = new Walk();
            if (shape == Shape.OBJECT) {
                inner.members(leftObject, rightObject, schema);
            } else {
                inner.items(leftArray, rightArray, schema);
            }
            put(added, step, inner.added.build(), isNew);
            put(removed, step, inner.removed.build(), isGone);
            put(modified, step, inner.modified.build(), false);
        }

        private static boolean same(@Nullable Object before, @Nullable Object after) {
            if (before == null || after == null) {
                return before == after;
            }
            if (before instanceof Number a && after instanceof Number b) {
                return a.equals(b) || a.doubleValue() == b.doubleValue();
            }
            return before.equals(after);
        }

        private static void put(JsonObject.Builder set, String step, JsonObject below, boolean self) {
            if (self && !below.isEmpty()) {
                set.put(step, below.with(".", JsonObject.EMPTY));
            } else if (self || !below.isEmpty()) {
                set.put(step, below);
            }
        }
    }
}
