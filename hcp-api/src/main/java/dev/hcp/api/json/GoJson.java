package dev.hcp.api.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees as Go's {@code encoding/json} writes structs: fields in the order in which the struct declares them, maps
 * sorted by key, and {@code <}, {@code >}, {@code &} escaped. Names of objects are hashes of such text. Immutable and
 * thread-safe.
 */
public final class GoJson {
    /** Maps alone: keys sorted at every level. */
    public static final GoJson MAP = new GoJson(Map.of());

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
                current.put(token, MAP);
                last = token;
            }
        }
        return new GoJson(open.get(0));
    }

    /** The JSON text. */
    public String write(@Nullable Object tree) {
        StringBuilder out = new StringBuilder();
        write(tree, out, null);
        return out.toString();
    }

    /** The JSON text as {@code MarshalIndent} gives it with two spaces: empty objects and lists stay on their line. */
    public String writeIndented(@Nullable Object tree) {
        StringBuilder out = new StringBuilder();
        write(tree, out, "\n");
        return out.toString();
    }

    /** The compact UTF-8 JSON text of a map of maps: keys sorted at every level. */
    public static byte[] mapBytes(@Nullable Object tree) {
        return Json.writeBytes(tree, Json.GO_FACTORY);
    }

    /**
     * @param line what a new line at the current depth begins with, or null for no lines
     */
    private void write(@Nullable Object value, StringBuilder out, @Nullable String line) {
        if (value instanceof JsonObject object) {
            writeObject(object, out, line);
        } else if (value instanceof JsonArray array) {
            String inner = deeper(line);
            out.append('[');
            for (int i = 0; i < array.size(); i++) {
                out.append(i == 0 ? "" : ",");
                newLine(inner, out);
                write(array.get(i), out, inner);
            }
            newLine(array.isEmpty() ? null : line, out);
            out.append(']');
        } else if (value instanceof String text) {
            writeText(text, out);
        } else {
            out.append(Json.write(value));
        }
    }

    private static @Nullable String deeper(@Nullable String line) {
        return line == null ? null : line + "  ";
    }

    private static void newLine(@Nullable String line, StringBuilder out) {
        if (line != null) {
            out.append(line);
        }
    }

    private void writeObject(JsonObject object, StringBuilder out, @Nullable String line) {
        out.append('{');
        String inner = deeper(line);
        boolean first = true;
        for (Map.Entry<String, GoJson> field : fields.entrySet()) {
            if (object.containsKey(field.getKey())) {
                member(field.getKey(), object.get(field.getKey()), field.getValue(), first, out, inner);
                first = false;
            }
        }
        for (int i = 0; i < object.size(); i++) {
            if (!fields.containsKey(object.keyAt(i))) {
                member(object.keyAt(i), object.valueAt(i), MAP, first, out, inner);
                first = false;
            }
        }
        newLine(object.isEmpty() ? null : line, out);
        out.append('}');
    }

    private static void member(
            String key, @Nullable Object value, GoJson order, boolean first, StringBuilder out, @Nullable String line) {
        out.append(first ? "" : ",");
        newLine(line, out);
        writeText(key, out);
        out.append(line == null ? ":" : ": ");
        order.write(value, out, line);
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escaped = GoEscapes.of(c);
            if (escaped == null) {
                out.append(c);
            } else {
                out.append(escaped);
            }
        }
        out.append('"');
    }
}
