package dev.hcp.reconcilers;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a live object already shows what is wanted, so that nothing has to be written. */
final class Shown {
    private Shown() {}

    /**
     * Whether applying {@code desired} to {@code live} would change nothing: every field wanted has its value, and the
     * manager owns no field that is wanted no more.
     */
    static boolean shows(JsonObject live, JsonObject desired, String manager) {
        return contains(live, desired) && !givesUp(live, desired, manager);
    }

    /** Equality but for absent, null and empty members. */
    static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        if (left instanceof JsonObject a && right instanceof JsonObject b) {
            for (Map.Entry<String, @Nullable Object> entry : a.entrySet()) {
                if (!equal(entry.getValue(), b.get(entry.getKey()))) {
                    return false;
                }
            }
            for (Map.Entry<String, @Nullable Object> entry : b.entrySet()) {
                if (!a.containsKey(entry.getKey()) && !blank(entry.getValue())) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof JsonArray a && right instanceof JsonArray b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!equal(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (blank(left) || blank(right)) {
            return blank(left) && blank(right);
        }
        return left != null && left.equals(right);
    }

    private static boolean blank(@Nullable Object value) {
        return value == null
                || (value instanceof JsonObject object && object.isEmpty())
                || (value instanceof JsonArray array && array.isEmpty());
    }

    /** Lists match item by item; an item may have more fields than wanted, as a server's defaults add them. */
    private static boolean contains(@Nullable Object live, @Nullable Object desired) {
        if (live == desired) {
            return true;
        }
        if (desired instanceof JsonObject wanted) {
            if (!(live instanceof JsonObject actual)) {
                return wanted.isEmpty() && live == null;
            }
            for (int i = 0; i < wanted.size(); i++) {
                if (!contains(actual.get(wanted.keyAt(i)), wanted.valueAt(i))) {
                    return false;
                }
            }
            return true;
        }
        if (desired instanceof JsonArray wanted) {
            if (!(live instanceof JsonArray actual)) {
                return wanted.isEmpty() && live == null;
            }
            if (actual.size() != wanted.size()) {
                return false;
            }
            for (int i = 0; i < wanted.size(); i++) {
                if (!contains(actual.get(i), wanted.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return desired == null ? live == null : desired.equals(live);
    }

    private static boolean givesUp(JsonObject live, JsonObject desired, String manager) {
        for (Object entry : live.array("metadata", "managedFields")) {
            if (entry instanceof JsonObject fields
                    && manager.equals(fields.text("manager"))
                    && "Apply".equals(fields.text("operation"))
                    && fields.at("subresource") == null
                    && ownsMore(fields.object("fieldsV1"), desired)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a field set has a leaf that the wanted value lacks; keyed list items are found by their key. */
    private static boolean ownsMore(JsonObject fields, @Nullable Object wanted) {
        for (int i = 0; i < fields.size(); i++) {
            String key = fields.keyAt(i);
            JsonObject children = fields.valueAt(i) instanceof JsonObject object ? object : JsonObject.EMPTY;
            Object value;
            if (key.startsWith("f:")) {
                String name = key.substring(2);
                if (!(wanted instanceof JsonObject object) || !object.containsKey(name)) {
                    return true;
                }
                value = object.get(name);
                if (value == null && children.isEmpty()) {
                    // A null is wanted, such as the creation time in templates of objects: that is not to want it no
                    // more.
                    continue;
                }
            } else if (key.startsWith("k:")) {
                value = item(wanted, Json.parseObject(key.substring(2)));
            } else if (key.startsWith("v:")) {
                Object member = Json.parse(key.substring(2));
                value = wanted instanceof JsonArray array && array.contains(member) ? member : null;
            } else {
                continue;
            }
            if (value == null || (!children.isEmpty() && ownsMore(children, value))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object item(@Nullable Object list, JsonObject key) {
        if (list instanceof JsonArray array) {
            for (Object item : array) {
                if (item instanceof JsonObject object && matches(object, key)) {
                    return item;
                }
            }
        }
        return null;
    }

    /** A key field the item leaves out is taken to have its default. */
    private static boolean matches(JsonObject item, JsonObject key) {
        for (int i = 0; i < key.size(); i++) {
            if (item.containsKey(key.keyAt(i)) && !Objects.equals(item.get(key.keyAt(i)), key.valueAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The live object with the wanted fields laid over it, as the rest of the pass shall see it. */
    static JsonObject merge(JsonObject live, JsonObject desired) {
        JsonObject.Builder builder = live.toBuilder();
        for (int i = 0; i < desired.size(); i++) {
            String key = desired.keyAt(i);
            Object wanted = desired.valueAt(i);
            builder.put(
                    key,
                    wanted instanceof JsonObject object && live.get(key) instanceof JsonObject actual
                            ? merge(actual, object)
                            : wanted);
        }
        return builder.build();
    }

    /** The fields of an object that is applied, in the form of managed fields; lists are fields as a whole. */
    static JsonObject fields(JsonObject applied) {
        JsonObject.Builder fields = JsonObject.builder(applied.size());
        applied.forEach((key, value) -> {
            if (value != null) {
                fields.put("f:" + key, value instanceof JsonObject child ? fields(child) : JsonObject.EMPTY);
            }
        });
        return fields.build();
    }

    /** The live object without those of the fields that are not among the wanted ones. */
    static JsonObject without(JsonObject live, JsonObject fields, JsonObject wanted) {
        JsonObject result = live;
        for (int i = 0; i < fields.size(); i++) {
            String key = fields.keyAt(i).substring(2);
            if (!wanted.containsKey(key)) {
                result = result.without(key);
            } else if (fields.valueAt(i) instanceof JsonObject children
                    && result.get(key) instanceof JsonObject child
                    && wanted.get(key) instanceof JsonObject wantedChild) {
                result = result.with(key, without(child, children, wantedChild));
            }
        }
        return result;
    }

    /** RFC 7386. */
    static JsonObject mergePatch(JsonObject target, JsonObject patch) {
        JsonObject result = target;
        for (int i = 0; i < patch.size(); i++) {
            String key = patch.keyAt(i);
            Object value = patch.valueAt(i);
            if (value == null) {
                result = result.without(key);
            } else if (value instanceof JsonObject child) {
                JsonObject existing = result.get(key) instanceof JsonObject object ? object : JsonObject.EMPTY;
                JsonObject merged = mergePatch(existing, child);
                if (!merged.equals(result.get(key))) {
                    result = result.with(key, merged);
                }
            } else if (!value.equals(result.get(key))) {
                result = result.with(key, value);
            }
        }
        return result;
    }
}
