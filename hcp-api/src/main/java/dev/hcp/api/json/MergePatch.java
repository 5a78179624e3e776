package dev.hcp.api.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON merge patch (RFC 7386), with a habit of the library that the reference uses: a list that replaces anything but an
 * object loses the nulls within its objects.
 */
public final class MergePatch {
    private MergePatch() {}

    /** The target with the patch merged in; the same tree when the patch changes nothing. */
    public static JsonObject apply(JsonObject target, JsonObject patch) {
        JsonObject result = target;
        for (int i = 0; i < patch.size(); i++) {
            String name = patch.keyAt(i);
            Object value = patch.valueAt(i);
            if (value == null) {
                result = result.without(name);
                continue;
            }
            Object old = result.get(name);
            Object merged = merged(old, value);
            if (merged != old && !(merged != null && merged.equals(old))) {
                result = result.with(name, merged);
            }
        }
        return result;
    }

    private static @Nullable Object merged(@Nullable Object old, Object value) {
        if (value instanceof JsonObject members) {
            return apply(old instanceof JsonObject object ? object : JsonObject.EMPTY, members);
        }
        return old instanceof JsonObject ? value : withoutNulls(value);
    }

    private static @Nullable Object withoutNulls(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return apply(JsonObject.EMPTY, object);
        }
        if (value instanceof JsonArray array) {
            List<@Nullable Object> items = new ArrayList<>(array.size());
            for (Object item : array) {
                items.add(withoutNulls(item));
            }
            return JsonArray.copyOf(items);
        }
        return value;
    }
}
