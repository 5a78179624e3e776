package dev.hcp.simulator.apiserver.definition;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.ArrayList;
import java.util.List;

/** What a deprecated version may say to those who use it. */
final class DeprecationRules {
    private static final int LONGEST = 256;

    private DeprecationRules() {}

    static List<FieldError> check(JsonObject version, String path) {
        if (!(version.get("deprecationWarning") instanceof String warning)) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        if (!version.isTrue("deprecated")) {
            problems.add("can only be set for deprecated versions");
        } else {
            if (warning.length() > LONGEST) {
                problems.add("must be <= " + LONGEST + " characters long");
            }
            if (warning.isEmpty()) {
                problems.add("must not be an empty string");
            }
            for (int i = 0; i < warning.length(); i++) {
                if (Character.isISOControl(warning.charAt(i))) {
                    problems.add("must only contain printable UTF-8 characters; non-printable character found at index "
                            + i);
                    break;
                }
            }
        }
        return problems.stream()
                .map(problem -> FieldError.invalid(path + ".deprecationWarning", warning, problem))
                .toList();
    }
}
