package dev.hcp.api.validation.cel;

import dev.hcp.api.validation.schema.Schema;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code fieldPath} of a rule: {@code .a['b-c'].d}. */
final class BlamedField {
    private static final Pattern STEP = Pattern.compile("\\.([a-zA-Z_][a-zA-Z0-9_]*)|\\['((?:[^'\\\\]|\\\\.)*)'\\]");

    private BlamedField() {}

    /** The path as errors print it, or nothing when it leads nowhere in the schema. */
    static Optional<String> of(String path, Schema schema) {
        StringBuilder out = new StringBuilder();
        Schema at = schema;
        Matcher step = STEP.matcher(path);
        int end = 0;
        while (end < path.length()) {
            if (!step.find(end) || step.start() != end) {
                return Optional.empty();
            }
            String name = step.group(1) != null ? step.group(1) : step.group(2).replace("\\'", "'");
            Schema declared = at.properties().get(name);
            if (declared != null) {
                out.append(out.length() == 0 ? "" : ".").append(name);
                at = declared;
            } else if (at.additional() != null) {
                out.append('[').append(name).append(']');
                at = at.additional();
            } else {
                return Optional.empty();
            }
            end = step.end();
        }
        return out.length() == 0 ? Optional.empty() : Optional.of(out.toString());
    }
}
