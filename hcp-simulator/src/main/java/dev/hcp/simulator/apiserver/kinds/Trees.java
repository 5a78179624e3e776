package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Small edits of trees that the defaults of kinds are made of. */
final class Trees {
    private Trees() {}

    /** The object with a value where there is none. */
    static JsonObject fill(JsonObject object, @Nullable Object value, String... path) {
        return object.at(path) == null ? object.withAt(value, path) : object;
    }

    /** The object with a nested object changed, where there is one. */
    static JsonObject edit(JsonObject object, String name, UnaryOperator<JsonObject> change) {
        return object.get(name) instanceof JsonObject nested ? object.with(name, change.apply(nested)) : object;
    }

    /** The object with each object of a list changed. */
    static JsonObject editItems(JsonObject object, String name, UnaryOperator<JsonObject> change) {
        if (!(object.get(name) instanceof JsonArray items) || items.isEmpty()) {
            return object;
        }
        @Nullable Object[] changed = null;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof JsonObject item) {
                JsonObject result = change.apply(item);
                if (result != item) {
                    changed = changed == null ? items.toArray() : changed;
                    changed[i] = result;
                }
            }
        }
        return changed == null ? object : object.with(name, JsonArray.of(changed));
    }

    /** The text at a path, or the empty text. */
    static String text(JsonObject object, String... path) {
        String text = object.text(path);
        return text == null ? "" : text;
    }
}
