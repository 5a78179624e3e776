package dev.hcp.api.validation.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that a definition names by a path such as {@code .spec.ports['a-b']}.
 *
 * @param path the field as errors print it
 * @param schema its schema; null when there is no such field
 * @param problem why there is no such field; empty when there is one
 */
public record DeclaredField(String path, @Nullable Schema schema, String problem) {
    private static final String UNKNOWN = "does not refer to a valid field";

    /** The field that a path leads to, with names after dots or quoted in brackets. */
    public static DeclaredField of(String path, Schema from) {
        return new Walk(path, from, true).end();
    }

    /** The field that a path of names after dots leads to. */
    public static DeclaredField ofDotted(String path, Schema from) {
        return new Walk(path, from, false).end();
    }

    private static final class Walk {
        private final List<String> tokens;
        private final boolean brackets;
        private final StringBuilder printed = new StringBuilder();
        private Schema at;
        private int next;

        Walk(String path, Schema from, boolean brackets) {
            this.tokens = tokens(path);
            this.at = from;
            this.brackets = brackets;
        }

        DeclaredField end() {
            while (next < tokens.size()) {
                String problem = step(tokens.get(next++));
                if (problem != null) {
                    return new DeclaredField("", null, problem);
                }
            }
            return new DeclaredField(printed.toString(), at, "");
        }

        private @Nullable String step(String token) {
            boolean bracket = token.equals("[");
            if (!bracket && !token.equals(".")) {
                return "expected [ or . but got: " + token;
            }
            if (bracket && !brackets) {
                return "array notation is not allowed";
            }
            if (next == tokens.size()) {
                return "unexpected end of JSON path";
            }
            String name = tokens.get(next++);
            if (!bracket) {
                return enter(name);
            }
            if (name.length() < 2 || !name.startsWith("'") || !name.endsWith("'")) {
                return "expected single quoted string but got " + name;
            }
            String problem = enter(name.substring(1, name.length() - 1).replace("\\'", "'"));
            if (problem != null) {
                return problem;
            }
            if (next == tokens.size()) {
                return "unexpected end of JSON path";
            }
            String close = tokens.get(next++);
            return close.equals("]") ? null : "expected ] but got " + close;
        }

        private @Nullable String enter(String name) {
            Schema declared = at.properties().get(name);
            Schema additional = at.additional();
            if (declared != null) {
                printed.append(printed.length() == 0 ? "" : ".").append(name);
                at = declared;
                return null;
            }
            if (at.properties().isEmpty() && additional != null) {
                printed.append('[').append(name).append(']');
                at = additional;
                return null;
            }
            return UNKNOWN;
        }

        /** Dots, brackets, quoted texts, and what is between them. */
        private static List<String> tokens(String path) {
            List<String> tokens = new ArrayList<>();
            int start = 0;
            while (start < path.length()) {
                int end = path.charAt(start) == '\'' ? quoted(path, start) : plain(path, start);
                tokens.add(path.substring(start, end));
                start = end;
            }
            return tokens;
        }

        private static int quoted(String path, int start) {
            for (int i = start + 1; i < path.length(); i++) {
                if (path.charAt(i) == '\'' && path.charAt(i - 1) != '\\') {
                    return i + 1;
                }
            }
            return path.length();
        }

        private static int plain(String path, int start) {
            for (int i = start; i < path.length(); i++) {
                if (".[]".indexOf(path.charAt(i)) >= 0) {
                    return i == start ? i + 1 : i;
                }
            }
            return path.length();
        }
    }
}
