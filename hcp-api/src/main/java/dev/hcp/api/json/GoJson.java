package dev.hcp.api.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees as Go's {@code encoding/json} writes structs: fields in the order in which the struct declares them, maps
 * sorted by key, and {@code <}, {@code >}, {@code &} escaped. Names of objects are hashes of such text. Immutable and
 * thread-safe.
 */
public final class GoJson {
    private final Map<String, GoJson> fields;

    private GoJson(Map<String, GoJson> fields) {
        this.fields = fields;
    }

    /**
     * The order of a struct's fields.
     *
     * @param notation field names separated by spaces, those of a nested struct (or of a list's items) in parentheses after
     *     its name: {@code metadata(name labels) spec}. Fields that are not named come last, sorted by name, which is the
     *     order of a map
     */
    public static GoJson ofStruct(String notation) {
        List<Map<String, GoJson>> open = new ArrayList<>();
        open.add(new LinkedHashMap<>());
        List<String> names = new ArrayList<>();
        String last = "";
        for (String token :
                notation.replace("(", " ( ").replace(")", " ) ").trim().split("\\s+")) {
            Map<String, GoJson> current = open.get(open.size() - 1);
            if (token.equals("(")) {
                names.add(last);
                open.add(new LinkedHashMap<>());
            } else if (token.equals(")")) {
                open.remove(open.size() - 1);
                open.get(open.size() - 1).put(names.remove(names.size() - 1), new GoJson(current));
            } else {
                current.put(token, new GoJson(Map.of()));
                last = token;
            }
        }
        return new GoJson(open.get(0));
    }

    /** The JSON text. */
    public String write(@Nullable Object tree) {
        StringBuilder out = new StringBuilder();
        write(tree, out);
        return out.toString();
    }

    private void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof JsonObject object) {
            writeObject(object, out);
        } else if (value instanceof JsonArray array) {
            out.append('[');
            for (int i = 0; i < array.size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(array.get(i), out);
            }
            out.append(']');
        } else if (value instanceof String text) {
            writeText(text, out);
        } else {
            out.append(Json.write(value));
        }
    }

    private void writeObject(JsonObject object, StringBuilder out) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, GoJson> field : fields.entrySet()) {
            if (object.containsKey(field.getKey())) {
                first = member(field.getKey(), object.get(field.getKey()), field.getValue(), first, out);
            }
        }
        Map<String, @Nullable Object> others = new TreeMap<>(object);
        others.keySet().removeAll(fields.keySet());
        for (Map.Entry<String, @Nullable Object> other : others.entrySet()) {
            first = member(other.getKey(), other.getValue(), new GoJson(Map.of()), first, out);
        }
        out.append('}');
    }

    private static boolean member(String key, @Nullable Object value, GoJson order, boolean first, StringBuilder out) {
        out.append(first ? "" : ",");
        writeText(key, out);
        out.append(':');
        order.write(value, out);
        return false;
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
