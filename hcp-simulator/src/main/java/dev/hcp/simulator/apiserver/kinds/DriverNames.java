package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import java.util.List;
import java.util.Locale;

/** Names of storage drivers. */
final class DriverNames {
    private static final int LONGEST = 63;

    private DriverNames() {}

    static void check(String field, String name, List<FieldError> errors) {
        if (name.isEmpty()) {
            errors.add(FieldError.required(field, ""));
            return;
        }
        if (name.length() > LONGEST) {
            errors.add(FieldError.tooLong(field, LONGEST));
        }
        Checks.name(field, name.toLowerCase(Locale.ROOT), NameRule.SUBDOMAIN, errors);
    }
}
