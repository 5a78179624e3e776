package dev.hcp.api.json;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as YAML exactly as the serializer of Kubernetes' Go libraries does, because names of objects are hashes
 * of such text: keys sorted, lists not indented, quotes only where a plain word would mean something else.
 */
final class GoYaml {
    private static final int WIDTH = 80;
    private static final Set<String> WORDS = Set.of(
            "", "~", "null", "Null", "NULL", "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "true", "True",
            "TRUE", "false", "False", "FALSE", "on", "On", "ON", "off", "Off", "OFF", ".nan", ".NaN", ".NAN", ".inf",
            ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", "<<");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INTEGER =
            Pattern.compile("[-+]?([0-9][0-9_]*|0[xX][0-9a-fA-F_]+|0b[01_]+|0o?[0-7_]+)");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
    private static final Pattern TIMESTAMP = Pattern.compile(
            "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
                    + "(?:[ \\t]*Z|[-+][0-9]{2}:[0-9]{2})?)?");

    private final StringBuilder out = new StringBuilder();
    private int lineStart;

    private GoYaml() {}

    /** The text, with a final line feed. */
    static String write(@Nullable Object tree) {
        GoYaml yaml = new GoYaml();
        if (tree instanceof JsonObject object && !object.isEmpty()) {
            yaml.mapping(object, 0, false);
        } else if (tree instanceof JsonArray list && !list.isEmpty()) {
            yaml.sequence(list, 0, false);
        } else {
            yaml.leaf(tree, 2);
            yaml.newLine();
        }
        return yaml.out.toString();
    }

    private void mapping(JsonObject object, int indent, boolean afterDash) {
        for (int i = 0; i < object.size(); i++) {
            if (i > 0 || !afterDash) {
                indent(indent);
            }
            scalarText(object.keyAt(i), indent, true);
            out.append(':');
            Object value = object.valueAt(i);
            if (value instanceof JsonObject child && !child.isEmpty()) {
                newLine();
                mapping(child, indent + 2, false);
            } else if (value instanceof JsonArray list && !list.isEmpty()) {
                newLine();
                sequence(list, indent, false);
            } else {
                out.append(' ');
                leaf(value, indent + 2);
                newLine();
            }
        }
    }

    private void sequence(JsonArray list, int indent, boolean afterDash) {
        for (int i = 0; i < list.size(); i++) {
            if (i > 0 || !afterDash) {
                indent(indent);
            }
            out.append("- ");
            Object value = list.get(i);
            if (value instanceof JsonObject child && !child.isEmpty()) {
                mapping(child, indent + 2, true);
            } else if (value instanceof JsonArray inner && !inner.isEmpty()) {
                sequence(inner, indent + 2, true);
            } else {
                leaf(value, indent + 2);
                newLine();
            }
        }
    }

    private void leaf(@Nullable Object value, int indent) {
        if (value instanceof JsonObject) {
            out.append("{}");
        } else if (value instanceof JsonArray) {
            out.append("[]");
        } else if (value instanceof String text) {
            scalarText(text, indent, false);
        } else {
            out.append(value);
        }
    }

    private void scalarText(String text, int indent, boolean key) {
        if (text.indexOf('\n') >= 0) {
            if (!key && blockAllowed(text)) {
                literal(text, indent);
            } else {
                doubleQuoted(text, indent, key);
            }
        } else if (meansSomethingElse(text) || hasSpecial(text)) {
            doubleQuoted(text, indent, key);
        } else if (plainAllowed(text)) {
            plain(text, indent, key);
        } else {
            singleQuoted(text, indent, key);
        }
    }

    private static boolean meansSomethingElse(String text) {
        return WORDS.contains(text)
                || FLOAT.matcher(text).matches()
                || INTEGER.matcher(text).matches()
                || BASE_60.matcher(text).matches()
                || TIMESTAMP.matcher(text).matches();
    }

    private static boolean hasSpecial(String text) {
        return text.chars().anyMatch(c -> !printable(c));
    }

    private static boolean printable(int c) {
        return c == '\n' || (c >= 0x20 && c <= 0x7e) || c == 0x85 || (c >= 0xa0 && c != 0xfeff && c < 0xfffe);
    }

    private static boolean plainAllowed(String text) {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        if (first == ' ' || last == ' ' || text.startsWith("---") || text.startsWith("...")) {
            return false;
        }
        if ("#,[]{}&*!|>'\"%@`".indexOf(first) >= 0) {
            return false;
        }
        boolean aloneOrSpaced = text.length() == 1 || text.charAt(1) == ' ';
        if ((first == '-' || first == '?' || first == ':') && aloneOrSpaced) {
            return false;
        }
        return !text.contains(": ") && last != ':' && !text.contains(" #");
    }

    /** A block cannot keep spaces before a line feed or at the end. */
    private static boolean blockAllowed(String text) {
        return !hasSpecial(text) && !text.contains(" \n") && !text.endsWith(" ");
    }

    private void plain(String text, int indent, boolean key) {
        boolean spaceBefore = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' && !key && !spaceBefore && column() > WIDTH && text.charAt(i + 1) != ' ') {
                newLine();
                indent(indent);
            } else {
                out.append(c);
            }
            spaceBefore = c == ' ';
        }
    }

    private void singleQuoted(String text, int indent, boolean key) {
        out.append('\'');
        boolean spaceBefore = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = i > 0 && i < text.length() - 1;
            if (c == ' ' && !key && !spaceBefore && column() > WIDTH && inside && text.charAt(i + 1) != ' ') {
                newLine();
                indent(indent);
            } else {
                out.append(c == '\'' ? "''" : String.valueOf(c));
            }
            spaceBefore = c == ' ';
        }
        out.append('\'');
    }

    private void doubleQuoted(String text, int indent, boolean key) {
        out.append('"');
        boolean spaceBefore = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = i > 0 && i < text.length() - 1;
            if (c == ' ' && !key && !spaceBefore && column() > WIDTH && inside) {
                newLine();
                indent(indent);
                if (text.charAt(i + 1) == ' ') {
                    out.append('\\');
                }
                spaceBefore = true;
                continue;
            }
            out.append(escaped(c));
            spaceBefore = c == ' ';
        }
        out.append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\0' -> "\\0";
            case '\u0007' -> "\\a";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\u000b' -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case '\u001b' -> "\\e";
            default ->
                printable(c) || Character.isSurrogate(c)
                        ? String.valueOf(c)
                        : c < 0x100 ? String.format("\\x%02X", (int) c) : String.format("\\u%04X", (int) c);
        };
    }

    private void literal(String text, int indent) {
        out.append('|');
        if (text.charAt(0) == ' ' || text.charAt(0) == '\n') {
            out.append('2');
        }
        if (!text.endsWith("\n")) {
            out.append('-');
        } else if (text.endsWith("\n\n") || text.equals("\n")) {
            out.append('+');
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            newLine();
            if (!line.isEmpty()) {
                indent(indent);
                out.append(line);
            }
        }
    }

    private int column() {
        return out.length() - lineStart;
    }

    private void indent(int columns) {
        out.append(" ".repeat(columns));
    }

    private void newLine() {
        out.append('\n');
        lineStart = out.length();
    }
}
