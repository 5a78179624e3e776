package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return new FieldComparison(Walk.built(walk.added), Walk.built(walk.modified), Walk.built(walk.removed));
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
        private JsonObject.@Nullable Builder added;
        private JsonObject.@Nullable Builder modified;
        private JsonObject.@Nullable Builder removed;

        private static JsonObject built(JsonObject.@Nullable Builder set) {
            return set == null ? JsonObject.EMPTY : set.build();
        }

        private void add(String step, JsonObject below) {
            added = added == null ? JsonObject.builder(4) : added;
            added.put(step, below);
        }

        private void modify(String step, JsonObject below) {
            modified = modified == null ? JsonObject.builder(4) : modified;
            modified.put(step, below);
        }

        private void remove(String step, JsonObject below) {
            removed = removed == null ? JsonObject.builder(4) : removed;
            removed.put(step, below);
        }

        void members(JsonObject before, JsonObject after, Schema schema) {
            int missing = 0;
            for (int i = 0; i < before.size(); i++) {
                String name = before.keyAt(i);
                Object now = before.counterpart(i, after);
                if (now == null && !after.containsKey(name)) {
                    now = ABSENT;
                    missing++;
                }
                if (now != before.valueAt(i)) {
                    step(Steps.field(name), before.valueAt(i), now, Shape.member(schema, name));
                }
            }
            boolean more = after.size() > before.size() - missing;
            for (int i = 0; more && i < after.size(); i++) {
                String name = after.keyAt(i);
                if (!before.containsKey(name)) {
                    step(Steps.field(name), ABSENT, after.valueAt(i), Shape.member(schema, name));
                }
            }
        }

        private void items(JsonArray before, JsonArray after, Schema schema) {
            if (before.isEmpty() || after.isEmpty() || !changedInPlace(before, after, schema)) {
                itemsByStep(before, after, schema);
            }
        }

        /**
         * Compares lists whose items have the same keys in the same order, as most lists that change do, if they are such.
         *
         * @return whether they are
         */
        private boolean changedInPlace(JsonArray before, JsonArray after, Schema schema) {
            if (before.size() != after.size() || schema.listType() != Schema.ListType.MAP) {
                return false;
            }
            for (int i = 0; i < before.size(); i++) {
                boolean comparable = before.get(i) == after.get(i)
                        || (before.get(i) instanceof JsonObject left
                                && after.get(i) instanceof JsonObject right
                                && sameKey(left, right, schema)
                                && !isRepeated(before, i, schema));
                if (!comparable) {
                    return false;
                }
            }
            Schema items = Shape.items(schema);
            for (int i = 0; i < before.size(); i++) {
                if (before.get(i) != after.get(i)) {
                    step(Steps.item(after.get(i), schema), before.get(i), after.get(i), items);
                }
            }
            return true;
        }

        private static boolean sameKey(JsonObject a, JsonObject b, Schema schema) {
            for (String name : schema.mapKeys()) {
                if (!Objects.equals(a.get(name), b.get(name))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether another item has the key of the one at a position: those are looked at as one. */
        private static boolean isRepeated(JsonArray array, int position, Schema schema) {
            for (int i = 0; i < array.size(); i++) {
                if (i != position && sameKey(array.object(i), array.object(position), schema)) {
                    return true;
                }
            }
            return false;
        }

        private void itemsByStep(JsonArray before, JsonArray after, Schema schema) {
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
                    modify(step, JsonObject.EMPTY);
                }
            } else if (before.size() > 1) {
                if (!after.isEmpty()) {
                    step(step, ABSENT, after.get(0), schema);
                }
                remove(step, JsonObject.EMPTY);
            } else {
                if (!before.isEmpty()) {
                    step(step, before.get(0), ABSENT, schema);
                }
                add(step, JsonObject.EMPTY);
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
                    add(step, JsonObject.EMPTY);
                } else if (isGone) {
                    remove(step, JsonObject.EMPTY);
                } else if (!same(before, after)) {
                    modify(step, JsonObject.EMPTY);
                }
                return;
            }
            Walk inner = new Walk();
            if (shape == Shape.OBJECT) {
                inner.members(leftObject, rightObject, schema);
            } else {
                inner.items(leftArray, rightArray, schema);
            }
            JsonObject come = within(built(inner.added), isNew);
            if (isNew || !come.isEmpty()) {
                add(step, come);
            }
            JsonObject gone = within(built(inner.removed), isGone);
            if (isGone || !gone.isEmpty()) {
                remove(step, gone);
            }
            if (inner.modified != null) {
                modify(step, inner.modified.build());
            }
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

        /** A set below a node that may be in the set itself. */
        private static JsonObject within(JsonObject below, boolean self) {
            return self && !below.isEmpty() ? below.with(".", JsonObject.EMPTY) : below;
        }
    }
}
