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
        return (JsonObject) java.util.Objects.requireNonNull(apply((Object) object, schema));
    }

    static @Nullable Object apply(@Nullable Object value, Schema schema) {
        if (!schema.defaultsWithin()) {
            return value;
        }
        if (value instanceof JsonObject object) {
            return applyToObject(object, schema);
        }
        if (value instanceof JsonArray array && schema.items() != null) {
            return applyToItems(array, schema.items());
        }
        return value;
    }

    private static JsonObject applyToObject(JsonObject object, Schema schema) {
        JsonObject result = object;
        for (Map.Entry<String, Schema> entry : schema.properties().entrySet()) {
            Schema property = entry.getValue();
            if (!property.defaultsWithin()) {
                continue;
            }
            String name = entry.getKey();
            Object old = object.get(name);
            if (old == null) {
                boolean absent = !property.nullable() || !object.containsKey(name);
                if (absent && property.hasDefault()) {
                    result = result.with(name, property.defaultValue());
                }
            } else {
                Object changed = apply(old, property);
                if (changed != old) {
                    result = result.with(name, changed);
                }
            }
        }
        Schema additional = schema.additional();
        if (additional != null && additional.defaultsWithin()) {
            for (int i = 0; i < object.size(); i++) {
                String name = object.keyAt(i);
                if (!schema.properties().containsKey(name)) {
                    Object old = object.valueAt(i);
                    boolean replaced = old == null && !additional.nullable() && additional.hasDefault();
                    Object changed = replaced ? additional.defaultValue() : apply(old, additional);
                    if (changed != old) {
                        result = result.with(name, changed);
                    }
                }
            }
        }
        return result;
    }

    private static JsonArray applyToItems(JsonArray array, Schema items) {
        @Nullable Object[] changed = null;
        for (int i = 0; i < array.size(); i++) {
            Object old = array.get(i);
            boolean replaced = old == null && !items.nullable() && items.hasDefault();
            Object item = replaced ? items.defaultValue() : apply(old, items);
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
