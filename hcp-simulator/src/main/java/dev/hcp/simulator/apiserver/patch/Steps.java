package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.ListKeys;
import dev.hcp.api.validation.schema.Schema;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The steps of field paths: {@code f:name}, {@code k:{"key":"value"}}, {@code v:"value"}. */
final class Steps {
    /** Fields by name, then items by key or value, numbers by size. */
    static final Comparator<String> ORDER = Steps::compare;

    private Steps() {}

    /** The step to a field of a structure or a key of a map. */
    static String field(String name) {
        return "f:" + name;
    }

    /** The step to an item of a list of type set or map. */
    static String item(@Nullable Object item, Schema list) {
        if (list.listType() == Schema.ListType.MAP && item instanceof JsonObject object) {
            return "k:" + Json.write(ListKeys.keyFields(object, list));
        }
        return "v:" + Json.write(item);
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
