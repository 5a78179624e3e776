package dev.hcp.api.validation.schema;

import java.util.regex.Pattern;

/** Regular expressions in Go's dialect, put into Java's where the two differ. */
final class GoPattern {
    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int next;

    private GoPattern(String source) {
        this.source = source;
    }

    /** Only a line feed ends a line in Go, and {@code $} is the end of the text unless lines are asked for. */
    static Pattern compile(String source) {
        return Pattern.compile(new GoPattern(source).translated(), Pattern.UNIX_LINES);
    }

    private String translated() {
        boolean lines = source.startsWith("(?") && source.indexOf('m') > 0 && source.indexOf('m') < source.indexOf(')');
        while (next < source.length()) {
            char c = source.charAt(next);
            if (c == '\\') {
                escape();
            } else if (c == '[') {
                characterClass();
            } else if (source.startsWith("(?P<", next)) {
                out.append("(?<");
                next += 4;
            } else {
                out.append(c == '$' && !lines ? "\\z" : String.valueOf(c));
                next++;
            }
        }
        return out.toString();
    }

    private void escape() {
        int end = Math.min(source.length(), next + 2);
        String pair = source.substring(next, end);
        if (pair.equals("\\Q")) {
            int close = source.indexOf("\\E", next);
            end = close < 0 ? source.length() : close + 2;
            pair = source.substring(next, end);
        }
        // White space does not include the vertical tab.
        out.append(pair.equals("\\s") ? "[\\t\\n\\f\\r ]" : pair.equals("\\S") ? "[^\\t\\n\\f\\r ]" : pair);
        next = end;
    }

    /** Classes do not nest in Go, and know no intersections. */
    private void characterClass() {
        out.append('[');
        next++;
        if (next < source.length() && source.charAt(next) == '^') {
            out.append('^');
            next++;
        }
        boolean first = true;
        while (next < source.length() && (first || source.charAt(next) != ']')) {
            first = false;
            char c = source.charAt(next);
            int named = source.startsWith("[:", next) ? source.indexOf(":]", next) : -1;
            if (named > 0) {
                namedClass(source.substring(next + 2, named));
                next = named + 2;
            } else if (c == '\\' && next + 1 < source.length()) {
                String pair = source.substring(next, next + 2);
                out.append(pair.equals("\\s") ? "\\t\\n\\f\\r " : pair);
                next += 2;
            } else {
                out.append(c == '[' || c == ']' || c == '&' ? "\\" + c : String.valueOf(c));
                next++;
            }
        }
        if (next < source.length()) {
            out.append(']');
            next++;
        }
    }

    private void namedClass(String name) {
        boolean negated = name.startsWith("^");
        String plain = negated ? name.substring(1) : name;
        String java =
                switch (plain) {
                    case "alnum" -> "Alnum";
                    case "alpha" -> "Alpha";
                    case "ascii" -> "ASCII";
                    case "blank" -> "Blank";
                    case "cntrl" -> "Cntrl";
                    case "digit" -> "Digit";
                    case "graph" -> "Graph";
                    case "lower" -> "Lower";
                    case "print" -> "Print";
                    case "punct" -> "Punct";
                    case "space" -> "Space";
                    case "upper" -> "Upper";
                    case "xdigit" -> "XDigit";
                    default -> "";
                };
        out.append(plain.equals("word") ? (negated ? "\\W" : "\\w") : (negated ? "\\P{" : "\\p{") + java + "}");
    }
}
