package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of an apply over trees: the fields of a configuration, its merge into an object, the removal of fields. */
public final class AppliedFields {
    private AppliedFields() {}

    /** The fields that a configuration states. */
    public static JsonObject of(JsonObject value, Schema schema) {
        JsonObject.Builder set = JsonObject.builder(value.size());
        for (int i = 0; i < value.size(); i++) {
            String name = value.keyAt(i);
            Object member = value.valueAt(i);
            JsonObject below = below(member, Shape.member(schema, name));
            boolean empty = member == null
                    || (member instanceof JsonObject object && object.isEmpty())
                    || (member instanceof JsonArray array && array.isEmpty());
            boolean self = below == null || empty || !schema.properties().containsKey(name);
            put(set, Steps.field(name), below, self);
        }
        return set.build();
    }

    /** The fields below a value; null when it is a leaf. */
    private static @Nullable JsonObject below(@Nullable Object value, Schema schema) {
        Shape shape = Shape.of(schema, value);
        if (shape == Shape.OBJECT) {
            return value instanceof JsonObject object ? of(object, schema) : JsonObject.EMPTY;
        }
        if (shape == Shape.LIST) {
            JsonObject.Builder set = JsonObject.builder(8);
            if (value instanceof JsonArray array) {
                for (Object item : array) {
                    put(set, Steps.item(item, schema), below(item, Shape.items(schema)), true);
                }
            }
            return set.build();
        }
        return null;
    }

    private static void put(JsonObject.Builder set, String step, @Nullable JsonObject below, boolean self) {
        if (below == null || below.isEmpty()) {
            if (self) {
                set.put(step, JsonObject.EMPTY);
            }
        } else {
            set.put(step, self ? below.with(".", JsonObject.EMPTY) : below);
        }
    }

    /** The object with a configuration merged in. */
    public static JsonObject merge(JsonObject live, JsonObject config, Schema schema) {
        JsonObject result = live;
        for (int i = 0; i < config.size(); i++) {
            String name = config.keyAt(i);
            Object wanted = config.valueAt(i);
            Object merged =
                    live.containsKey(name) ? mergeValues(live.get(name), wanted, Shape.member(schema, name)) : wanted;
            if (!live.containsKey(name) || !java.util.Objects.equals(merged, live.get(name))) {
                result = result.with(name, merged);
            }
        }
        return result;
    }

    private static @Nullable Object mergeValues(@Nullable Object live, @Nullable Object wanted, Schema schema) {
        Shape shape = Shape.of(schema, wanted);
        if (shape == Shape.OBJECT && Shape.of(schema, live) == Shape.OBJECT && live instanceof JsonObject object) {
            return wanted instanceof JsonObject config
                    ? merge(object, config, schema)
                    : object.isEmpty() ? wanted : object;
        }
        if (shape == Shape.LIST && live instanceof JsonArray array) {
            return wanted instanceof JsonArray items
                    ? mergeItems(array, items, schema)
                    : array.isEmpty() ? wanted : array;
        }
        return wanted;
    }

    /**
     * Merges lists: the wanted items keep their order; items that only the object has stay where they are relative to the
     * items both have.
     */
    private static JsonArray mergeItems(JsonArray live, JsonArray wanted, Schema schema) {
        List<String> left = steps(live, schema);
        List<String> right = steps(wanted, schema);
        List<String> shared = new ArrayList<>();
        for (String step : right) {
            if (left.contains(step)) {
                shared.add(step);
            }
        }
        int nextShared = 0;
        List<String> merged = new ArrayList<>();
        List<@Nullable Object> out = new ArrayList<>();
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            if (l < left.size() && r < right.size()) {
                String step = left.get(l);
                if (step.equals(right.get(r))) {
                    merged.add(step);
                    out.add(mergeItem(live.get(l), wanted.get(r), schema));
                    l++;
                    r++;
                    nextShared++;
                    continue;
                }
                if (right.contains(step)
                        && nextShared < shared.size()
                        && !shared.get(nextShared).equals(step)) {
                    l++;
                    continue;
                }
            }
            if (l < left.size()) {
                String step = left.get(l);
                if (!right.contains(step)) {
                    out.add(live.get(l));
                    l++;
                    continue;
                }
                if (merged.contains(step)) {
                    l++;
                }
            }
            if (r < right.size()) {
                String step = right.get(r);
                merged.add(step);
                int at = left.indexOf(step);
                out.add(at < 0 ? wanted.get(r) : mergeItem(live.get(at), wanted.get(r), schema));
                if (nextShared < shared.size() && shared.get(nextShared).equals(step)) {
                    nextShared++;
                }
                r++;
            }
        }
        JsonArray result = JsonArray.copyOf(out);
        return result.equals(live) ? live : result;
    }

    private static @Nullable Object mergeItem(@Nullable Object live, @Nullable Object wanted, Schema list) {
        return mergeValues(live, wanted, Shape.items(list));
    }

    private static List<String> steps(JsonArray array, Schema schema) {
        List<String> steps = new ArrayList<>(array.size());
        for (Object item : array) {
            steps.add(Steps.item(item, schema));
        }
        return steps;
    }

    /** The object without the fields of a set; what becomes empty by that becomes null, as in the reference. */
    public static JsonObject remove(JsonObject value, JsonObject set, Schema schema) {
        JsonObject result = value;
        for (int i = 0; i < value.size(); i++) {
            String name = value.keyAt(i);
            String step = Steps.field(name);
            if (FieldSets.has(set, step)) {
                result = result.without(name);
            } else {
                JsonObject below = FieldSets.below(set, step);
                if (!below.isEmpty()) {
                    Object kept = removeBelow(value.valueAt(i), below, Shape.member(schema, name));
                    result = result.with(name, kept);
                }
            }
        }
        return result;
    }

    private static @Nullable Object removeBelow(@Nullable Object value, JsonObject set, Schema schema) {
        if (value instanceof JsonObject object) {
            if (object.isEmpty() || Shape.of(schema, value) != Shape.OBJECT) {
                return null;
            }
            JsonObject kept = remove(object, set, schema);
            return kept.isEmpty() ? null : kept;
        }
        if (value instanceof JsonArray array) {
            if (array.isEmpty() || Shape.of(schema, value) != Shape.LIST) {
                return null;
            }
            List<@Nullable Object> kept = new ArrayList<>();
            for (Object item : array) {
                String step = Steps.item(item, schema);
                if (!FieldSets.has(set, step)) {
                    JsonObject below = FieldSets.below(set, step);
                    kept.add(below.isEmpty() ? item : removeBelow(item, below, Shape.items(schema)));
                }
            }
            return kept.isEmpty() ? null : JsonArray.copyOf(kept);
        }
        return value;
    }

    /** The set with every declared field on the way to a path: removing all of a structure's fields removes the structure. */
    public static JsonObject withNamedFields(JsonObject set, Schema schema) {
        JsonObject result = set;
        for (int i = 0; i < set.size(); i++) {
            String step = set.keyAt(i);
            if (step.equals(".") || !(set.valueAt(i) instanceof JsonObject child) || child.isEmpty()) {
                continue;
            }
            boolean field = step.startsWith("f:");
            String name = step.substring(2);
            Schema below = field ? Shape.member(schema, name) : Shape.items(schema);
            JsonObject changed = withNamedFields(child, below);
            if (field && schema.properties().containsKey(name) && !changed.containsKey(".")) {
                changed = changed.with(".", JsonObject.EMPTY);
            }
            if (changed != child) {
                result = result.with(step, changed);
            }
        }
        return result;
    }
}
