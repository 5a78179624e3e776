package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import java.util.List;
import java.util.regex.Pattern;

/** Names of the form {@code example.com/path}. */
final class PathNames {
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+");

    private PathNames() {}

    /** A name that must have a domain before its path. */
    static void domainPrefixed(String field, String value, List<FieldError> errors) {
        if (value.isEmpty()) {
            errors.add(FieldError.required(field, ""));
            return;
        }
        int slash = value.indexOf('/');
        if (slash <= 0 || slash == value.length() - 1) {
            errors.add(FieldError.invalid(field, value, "must be a domain-prefixed path (such as \"acme.io/foo\")"));
            return;
        }
        Checks.name(field, value.substring(0, slash), NameRule.SUBDOMAIN, errors);
        String path = value.substring(slash + 1);
        if (!PATH.matcher(path).matches()) {
            errors.add(FieldError.invalid(
                    field,
                    path,
                    "Invalid path (e.g. 'a', or 'a/b', regex used for validation is '" + PATH.pattern() + "')"));
        }
    }
}
