package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in the defaults of a schema. Returns the same tree when nothing is missing. */
public final class Defaulting {
    private Defaulting() {}

    /** The object with its defaults. */
    public static JsonObject apply(JsonObject object, Schema schema) {
        return apply(object, JsonObject.EMPTY, schema);
    }

    /**
     * The object with its defaults.
     *
     * @param known an object that has its defaults: parts that both share, as the same instance at the same place, are not
     *     looked at
     */
    public static JsonObject apply(JsonObject object, JsonObject known, Schema schema) {
        return (JsonObject) java.util.Objects.requireNonNull(apply((Object) object, known, schema));
    }

    static @Nullable Object apply(@Nullable Object value, Schema schema) {
        return apply(value, null, schema);
    }

    private static @Nullable Object apply(@Nullable Object value, @Nullable Object known, Schema schema) {
        if (!schema.defaultsWithin()) {
            return value;
        }
        if (value instanceof JsonObject object) {
            // The empty object stands for nothing known, too.
            return value == known && !object.isEmpty()
                    ? value
                    : applyToObject(object, known instanceof JsonObject before ? before : JsonObject.EMPTY, schema);
        }
        if (value instanceof JsonArray array && schema.items() != null) {
            return value == known
                    ? value
                    : applyToItems(array, known instanceof JsonArray before ? before : JsonArray.EMPTY, schema.items());
        }
        return value;
    }

    private static JsonObject applyToObject(JsonObject object, JsonObject known, Schema schema) {
        JsonObject result = object;
        for (Map.Entry<String, Schema> entry : schema.propertiesWithDefaults()) {
            Schema property = entry.getValue();
            String name = entry.getKey();
            Object old = object.get(name);
            if (old == null) {
                boolean absent = !property.nullable() || !object.containsKey(name);
                if (absent && property.hasDefault()) {
                    result = result.with(name, property.defaultValue());
                }
            } else {
                Object changed = apply(old, known.get(name), property);
                if (changed != old) {
                    result = result.with(name, changed);
                }
            }
        }
        Schema additional = schema.additional();
        if (additional != null && additional.defaultsWithin()) {
            for (int i = 0; i < object.size(); i++) {
                String name = object.keyAt(i);
                if (!schema.declares(name)) {
                    Object old = object.valueAt(i);
                    boolean replaced = old == null && !additional.nullable() && additional.hasDefault();
                    Object changed =
                            replaced ? additional.defaultValue() : apply(old, object.counterpart(i, known), additional);
                    if (changed != old) {
                        result = result.with(name, changed);
                    }
                }
            }
        }
        return result;
    }

    private static JsonArray applyToItems(JsonArray array, JsonArray known, Schema items) {
        @Nullable Object[] changed = null;
        for (int i = 0; i < array.size(); i++) {
            Object old = array.get(i);
            boolean replaced = old == null && !items.nullable() && items.hasDefault();
            Object before = i < known.size() ? known.get(i) : null;
            Object item = replaced ? items.defaultValue() : apply(old, before, items);
            if (item != old) {
                if (changed == null) {
                    changed = array.toArray();
                }
                changed[i] = item;
            }
        }
        return changed == null ? array : JsonArray.of(changed);
    }
}
