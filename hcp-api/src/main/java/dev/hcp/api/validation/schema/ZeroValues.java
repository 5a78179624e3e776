package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the fields that the reference's own types write to JSON even when nobody set them, such as {@code status: {}} and
 * the {@code creationTimestamp: null} of a pod template. Returns the same tree when nothing is missing.
 */
public final class ZeroValues {
    private final boolean structuresOnly;

    private ZeroValues(boolean structuresOnly) {
        this.structuresOnly = structuresOnly;
    }

    /** The object with what is missing. */
    public static JsonObject fill(JsonObject object, Schema schema) {
        return fill(object, JsonObject.EMPTY, schema);
    }

    /**
     * The object with what is missing.
     *
     * @param known an object in which nothing is missing: parts that both share, as the same instance at the same place,
     *     are not looked at
     */
    public static JsonObject fill(JsonObject object, JsonObject known, Schema schema) {
        return new ZeroValues(false).object(object, known, schema);
    }

    /**
     * The object with the structures that are missing, without what is missing in them: what defaults are put into.
     *
     * @param known as above
     */
    public static JsonObject structures(JsonObject object, JsonObject known, Schema schema) {
        return new ZeroValues(true).object(object, known, schema);
    }

    private JsonObject object(JsonObject object, JsonObject known, Schema schema) {
        // The empty object stands for nothing known, too.
        if (!schema.zerosWithin() || (object == known && !object.isEmpty())) {
            return object;
        }
        JsonObject result = object;
        if (schema.additional() != null) {
            for (int i = 0; i < object.size(); i++) {
                Object changed = value(object.valueAt(i), object.counterpart(i, known), schema.additional());
                if (changed != object.valueAt(i)) {
                    result = result.with(object.keyAt(i), changed);
                }
            }
        }
        for (Map.Entry<String, Schema> field : schema.propertiesWithZeros()) {
            Schema member = field.getValue();
            boolean always = member.presence() == Schema.Presence.ALWAYS
                    && (!structuresOnly || member.zero() instanceof JsonObject);
            if (!always && !member.zerosWithin()) {
                continue;
            }
            String name = field.getKey();
            Object value = result.get(name);
            if (value == null && always) {
                Object zero = value(member.zero(), null, member);
                if (zero != null || !result.containsKey(name)) {
                    result = result.with(name, zero);
                }
            } else if (value != null) {
                Object changed = value(value, known.get(name), member);
                result = changed == value ? result : result.with(name, changed);
            }
        }
        return result;
    }

    private @Nullable Object value(@Nullable Object value, @Nullable Object known, Schema schema) {
        if (value instanceof JsonObject object) {
            return object(object, known instanceof JsonObject before ? before : JsonObject.EMPTY, schema);
        }
        Schema items = schema.items();
        if (value == known || !(value instanceof JsonArray array) || items == null || !items.zerosWithin()) {
            return value;
        }
        JsonArray before = known instanceof JsonArray list ? list : JsonArray.EMPTY;
        @Nullable Object[] changed = null;
        for (int i = 0; i < array.size(); i++) {
            Object item = value(array.get(i), i < before.size() ? before.get(i) : null, items);
            if (item != array.get(i)) {
                changed = changed == null ? array.toArray() : changed;
                changed[i] = item;
            }
        }
        return changed == null ? array : JsonArray.of(changed);
    }
}
