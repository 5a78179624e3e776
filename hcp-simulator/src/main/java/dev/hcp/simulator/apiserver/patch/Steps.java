package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.ListKeys;
import dev.hcp.api.validation.schema.Schema;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The steps of field paths: {@code f:name}, {@code k:{"key":"value"}}, {@code v:"value"}. */
final class Steps {
    /** Fields by name, then items by key or value, numbers by size. */
    static final Comparator<String> ORDER = Steps::compare;

    private static final int FIELDS = 1 << 12;
    /** Steps to fields that were asked for lately: the same few thousand names come again and again. */
    private static final AtomicReferenceArray<@Nullable Field> FIELD_STEPS = new AtomicReferenceArray<>(FIELDS);

    private Steps() {}

    /** The step to a field of a structure or a key of a map. */
    static String field(String name) {
        int slot = name.hashCode() & (FIELDS - 1);
        Field known = FIELD_STEPS.getPlain(slot);
        if (known == null || !known.name.equals(name)) {
            known = new Field(name, "f:" + name);
            FIELD_STEPS.setPlain(slot, known);
        }
        return known.step;
    }

    /** A name of a field and the step to it. */
    private record Field(String name, String step) {}

    /** The step to an item of a list of type set or map. */
    static String item(@Nullable Object item, Schema list) {
        if (list.listType() == Schema.ListType.MAP && item instanceof JsonObject object) {
            StringBuilder step = new StringBuilder(48).append("k:{");
            String only = list.mapKeys().size() == 1 ? list.mapKeys().get(0) : "";
            if (object.get(only) instanceof String value) {
                append(step, only, value);
            } else {
                JsonObject key = ListKeys.keyFields(object, list);
                for (int i = 0; i < key.size(); i++) {
                    append(i == 0 ? step : step.append(','), key.keyAt(i), key.valueAt(i));
                }
            }
            return step.append('}').toString();
        }
        return append(new StringBuilder("v:"), item).toString();
    }

    private static void append(StringBuilder step, String name, @Nullable Object value) {
        append(append(step, name).append(':'), value);
    }

    /** Adds a value as JSON. Most are plain texts, for which a generator would be too much. */
    private static StringBuilder append(StringBuilder step, @Nullable Object value) {
        return value instanceof String text && isPlain(text)
                ? step.append('"').append(text).append('"')
                : step.append(Json.write(value));
    }

    /** Whether nothing in a text is escaped in JSON. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Why an item has no identity in its list; null when it has one. */
    static @Nullable String withoutIdentity(@Nullable Object item, Schema list) {
        if (list.listType() == Schema.ListType.MAP) {
            if (item == null) {
                return "associative list with keys may not have a null element";
            }
            if (!(item instanceof JsonObject object)) {
                return "associative list with keys may not have non-map elements";
            }
            for (String key : list.mapKeys()) {
                Schema field = Shape.items(list).properties().get(key);
                if (!object.containsKey(key) && (field == null || !field.hasDefault())) {
                    return "associative list with keys has an element that omits key field \"" + key
                            + "\" (and doesn't have default value)";
                }
            }
            return null;
        }
        if (item instanceof JsonObject) {
            return "associative list without keys has an element that's a map type";
        }
        if (item instanceof JsonArray) {
            return "not supported: associative list with lists as elements";
        }
        return item == null ? "associative list without keys has an element that's an explicit null" : null;
    }

    /** The step as messages print it. */
    static String print(String step) {
        String rest = step.substring(2);
        switch (step.charAt(0)) {
            case 'f' -> {
                return "." + rest;
            }
            case 'k' -> {
                StringBuilder out = new StringBuilder("[");
                JsonObject key = Json.parseObject(rest);
                for (int i = 0; i < key.size(); i++) {
                    out.append(i == 0 ? "" : ",")
                            .append(key.keyAt(i))
                            .append('=')
                            .append(GoSyntax.value(key.valueAt(i)));
                }
                return out.append(']').toString();
            }
            case 'v' -> {
                return "[=" + GoSyntax.value(Json.parse(rest)) + "]";
            }
            default -> {
                return "[" + rest + "]";
            }
        }
    }

    private static int compare(String a, String b) {
        char kind = a.charAt(0);
        if (kind != b.charAt(0)) {
            return Integer.compare("fkvi".indexOf(kind), "fkvi".indexOf(b.charAt(0)));
        }
        return switch (kind) {
            case 'k' -> compareKeys(Json.parseObject(a.substring(2)), Json.parseObject(b.substring(2)));
            case 'v' -> compareValues(Json.parse(a.substring(2)), Json.parse(b.substring(2)));
            default -> a.compareTo(b);
        };
    }

    private static int compareKeys(JsonObject a, JsonObject b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int names = a.keyAt(i).compareTo(b.keyAt(i));
            int order = names == 0 ? compareValues(a.valueAt(i), b.valueAt(i)) : names;
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareValues(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number left && b instanceof Number right) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        if (a instanceof Boolean left && b instanceof Boolean right) {
            return left.compareTo(right);
        }
        return Integer.compare(rank(a), rank(b));
    }

    private static int rank(@Nullable Object value) {
        return value instanceof Number ? 0 : value instanceof String ? 1 : value instanceof Boolean ? 2 : 3;
    }
}
