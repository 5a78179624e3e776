package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values as Go's formatting verbs print them, because clients parse the messages that contain them. */
public final class GoSyntax {
    private GoSyntax() {}

    /** As {@code %q} prints a string. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case 0x07 -> out.append("\\a");
                case 0x0b -> out.append("\\v");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        out.append(String.format("\\x%02x", c));
                    } else if (c >= 0x80 && (c < 0xa1 || c == 0xad || !Character.isDefined(c))) {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    /** A value in a validation message: strings quoted, scalars plain, composites as {@code %#v} prints them. */
    public static String value(@Nullable Object value) {
        if (value == null) {
            return "\"null\"";
        }
        if (value instanceof String text) {
            return quote(text);
        }
        return literal(value);
    }

    /** As {@code %#v} prints an unstructured value. */
    public static String literal(@Nullable Object value) {
        if (value == null) {
            return "interface {}(nil)";
        }
        if (value instanceof String text) {
            return quote(text);
        }
        if (value instanceof Double number) {
            return general(number);
        }
        if (value instanceof JsonObject object) {
            StringBuilder out = new StringBuilder("map[string]interface {}{");
            for (int i = 0; i < object.size(); i++) {
                out.append(i == 0 ? "" : ", ")
                        .append(quote(object.keyAt(i)))
                        .append(':')
                        .append(literal(object.valueAt(i)));
            }
            return out.append('}').toString();
        }
        if (value instanceof JsonArray array) {
            StringBuilder out = new StringBuilder("[]interface {}{");
            for (int i = 0; i < array.size(); i++) {
                out.append(i == 0 ? "" : ", ").append(literal(array.get(i)));
            }
            return out.append('}').toString();
        }
        return String.valueOf(value);
    }

    /** As {@code %v} prints an unstructured value: maps as {@code map[a:b]}, lists as {@code [a b]}. */
    public static String plain(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof Double number) {
            return general(number);
        }
        if (value instanceof JsonObject object) {
            StringBuilder out = new StringBuilder("map[");
            for (int i = 0; i < object.size(); i++) {
                out.append(i == 0 ? "" : " ")
                        .append(object.keyAt(i))
                        .append(':')
                        .append(plain(object.valueAt(i)));
            }
            return out.append(']').toString();
        }
        if (value instanceof JsonArray array) {
            StringBuilder out = new StringBuilder("[");
            for (int i = 0; i < array.size(); i++) {
                out.append(i == 0 ? "" : " ").append(plain(array.get(i)));
            }
            return out.append(']').toString();
        }
        return String.valueOf(value);
    }

    /** The Go type of an unstructured value, as {@code %T} prints it. */
    public static String typeOf(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof JsonObject) {
            return "map[string]interface {}";
        }
        if (value instanceof JsonArray) {
            return "[]interface {}";
        }
        return value instanceof String
                ? "string"
                : value instanceof Boolean ? "bool" : value instanceof Double ? "float64" : "int64";
    }

    /** A floating-point number as {@code %v} prints it: from a million on with an exponent. */
    public static String general(double number) {
        return number(number, 1e6);
    }

    /** A floating-point number as JSON is written. */
    public static String number(double number) {
        return number(number, 1e21);
    }

    private static String number(double number, double withExponent) {
        double size = Math.abs(number);
        if (size >= withExponent && size < 1e7) {
            // Java writes these without an exponent.
            BigDecimal digits = BigDecimal.valueOf(number).stripTrailingZeros();
            return digits.movePointLeft(6).toPlainString() + "e+06";
        }
        if (size != 0 && (size < 1e-4 || size >= withExponent)) {
            String[] parts = String.valueOf(number).split("E", 2);
            String mantissa = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
            int exponent = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                    + Math.abs(exponent);
        }
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
