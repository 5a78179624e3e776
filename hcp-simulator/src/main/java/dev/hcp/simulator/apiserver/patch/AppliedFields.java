package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that a tree states: what whoever applies it owns. */
public final class AppliedFields {
    private AppliedFields() {}

    /** The fields that a configuration states. */
    public static JsonObject of(JsonObject value, Schema schema) {
        JsonObject.Builder set = JsonObject.builder(value.size());
        for (int i = 0; i < value.size(); i++) {
            String name = value.keyAt(i);
            Object member = value.valueAt(i);
            JsonObject below = below(member, Shape.member(schema, name));
            boolean self = below == null
                    || Shape.isEmpty(member)
                    || !schema.properties().containsKey(name);
            put(set, Steps.field(name), below, self);
        }
        return set.build();
    }

    /** The fields below a value; null when it is a leaf. */
    private static @Nullable JsonObject below(@Nullable Object value, Schema schema) {
        return switch (Shape.of(schema, value)) {
            case OBJECT -> value instanceof JsonObject object ? of(object, schema) : JsonObject.EMPTY;
            case LIST -> value instanceof JsonArray array ? items(array, schema) : JsonObject.EMPTY;
            case LEAF -> null;
        };
    }

    private static JsonObject items(JsonArray array, Schema list) {
        Schema schema = Shape.items(list);
        String[] steps = new String[array.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Steps.item(array.get(i), list);
        }
        Set<String> repeated = repeated(steps);
        JsonObject.Builder set = JsonObject.builder(steps.length);
        for (int i = 0; i < steps.length; i++) {
            // Items that share a key are owned as one.
            put(set, steps[i], repeated.contains(steps[i]) ? null : below(array.get(i), schema), true);
        }
        return set.build();
    }

    private static Set<String> repeated(String[] steps) {
        if (steps.length < 2) {
            return Set.of();
        }
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (String step : steps) {
            if (!seen.add(step)) {
                repeated.add(step);
            }
        }
        return repeated;
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

    /**
     * The object without the fields that an applier stated before, states no more, and nobody else owns.
     *
     * @param before what the applier stated before
     * @param held what all owners hold, the applier's new configuration included
     */
    public static JsonObject prune(JsonObject merged, JsonObject before, JsonObject held, Schema schema) {
        if (before.isEmpty()) {
            return merged;
        }
        JsonObject named = withNamedFields(before, schema);
        JsonObject everything = withNamedFields(of(merged, schema), schema);
        JsonObject pruned = FieldRemoval.from(merged, named, schema);
        // What somebody holds comes back, with the structures around it.
        JsonObject left = withNamedFields(of(pruned, schema), schema);
        JsonObject kept = FieldSets.union(left, withNamedFields(held, schema));
        pruned = FieldRemoval.from(merged, FieldSets.difference(everything, kept), schema);
        // So does what the applier never held, such as the fields of nobody in an item of its own.
        left = withNamedFields(of(pruned, schema), schema);
        JsonObject gone = FieldSets.intersection(FieldSets.difference(everything, left), named);
        return FieldRemoval.from(merged, gone, schema);
    }

    /** The set with every declared field on the way to a path: removing all of a structure's fields removes the structure. */
    private static JsonObject withNamedFields(JsonObject set, Schema schema) {
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
