package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys by which the items of a list of type map are told apart. */
public final class ListKeys {
    private ListKeys() {}

    /** The key fields of an item that it has, or that have a default. */
    public static JsonObject keyFields(JsonObject item, Schema list) {
        JsonObject.Builder key = JsonObject.builder(list.mapKeys().size());
        for (String name : list.mapKeys()) {
            Object value = item.get(name);
            Schema items = list.items();
            Schema field = items == null ? null : items.properties().get(name);
            if (value == null && field != null && field.hasDefault()) {
                value = field.defaultValue();
            }
            if (value != null) {
                key.put(name, value);
            }
        }
        return key.build();
    }

    /** The key of an item; the empty object when it has none. */
    public static JsonObject keyOf(@Nullable Object item, Schema list) {
        return item instanceof JsonObject object ? keyFields(object, list) : JsonObject.EMPTY;
    }

    /** The items of a list by their key; of several with one key, the last. */
    public static Map<JsonObject, Object> index(JsonArray array, Schema list) {
        Map<JsonObject, Object> index = new HashMap<>();
        for (Object item : array) {
            if (item != null) {
                index.put(keyOf(item, list), item);
            }
        }
        return index;
    }
}
