package dev.hcp.api.validation.cel;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How rules spell the names of fields that are no CEL identifiers. */
final class FieldNames {
    private static final Pattern ACCESSIBLE = Pattern.compile("[a-zA-Z_.\\-/][a-zA-Z0-9_.\\-/]*");
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private FieldNames() {}

    /** The name in rules, or nothing when rules cannot reach the field. */
    static Optional<String> escape(String name) {
        if (!ACCESSIBLE.matcher(name).matches()) {
            return Optional.empty();
        }
        if (RESERVED.contains(name)) {
            return Optional.of("__" + name + "__");
        }
        if (!name.contains("__") && name.indexOf('.') < 0 && name.indexOf('-') < 0 && name.indexOf('/') < 0) {
            return Optional.of(name);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' && name.startsWith("__", i)) {
                out.append("__underscores__");
                i++;
            } else if (c == '.') {
                out.append("__dot__");
            } else if (c == '-') {
                out.append("__dash__");
            } else if (c == '/') {
                out.append("__slash__");
            } else {
                out.append(c);
            }
        }
        return Optional.of(out.toString());
    }
}
