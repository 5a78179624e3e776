package dev.hcp.simulator.apiserver.definition;

import dev.hcp.api.validation.schema.FieldError;
import java.util.List;
import java.util.Optional;

/** Paths of columns and of the scale sub-resource. */
final class SimplePath {
    private SimplePath() {}

    static Optional<FieldError> check(String path, String field) {
        return path.startsWith(".")
                ? Optional.empty()
                : Optional.of(FieldError.invalid(field, path, "must be a simple json path starting with ."));
    }

    /** A path that must lead into one of some parts of the object. */
    static Optional<FieldError> check(String path, String field, List<String> prefixes, String words) {
        Optional<FieldError> malformed = check(path, field);
        if (malformed.isPresent() || prefixes.stream().anyMatch(path::startsWith)) {
            return malformed;
        }
        return Optional.of(FieldError.invalid(field, path, "should be a json path under " + words));
    }
}
