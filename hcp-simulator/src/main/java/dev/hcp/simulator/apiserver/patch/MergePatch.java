package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** JSON merge patch (RFC 7386). */
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
            } else if (value instanceof JsonObject members) {
                Object old = result.get(name);
                JsonObject base = old instanceof JsonObject object ? object : JsonObject.EMPTY;
                JsonObject merged = apply(base, members);
                if (old != merged) {
                    result = result.with(name, merged);
                }
            } else if (!equal(value, result.get(name))) {
                result = result.with(name, value);
            }
        }
        return result;
    }

    private static boolean equal(Object value, @Nullable Object old) {
        return value.equals(old);
    }
}
