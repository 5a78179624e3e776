package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.api.validation.schema.ObjectNames;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of single values that many kinds share, in the reference's words. */
final class FieldChecks {
    static final String IMMUTABLE = "field is immutable";

    static final String WILDCARD_WORDS =
            "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of "
                    + "lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. "
                    + "'*.example.com', regex used for validation is "
                    + "'\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private static final Pattern PERCENT = Pattern.compile("[0-9]+%");
    private static final Pattern PORT_NAME = Pattern.compile("[-a-z0-9]+");
    private static final Pattern LETTER = Pattern.compile("[a-z]");
    private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]+");

    private FieldChecks() {}

    /** A number of a member that must not be below zero, where it is set. */
    static void notNegative(JsonObject object, String name, String field, List<FieldError> errors) {
        if (object.get(name) instanceof Long number && number < 0) {
            errors.add(FieldError.invalid(field + "." + name, number, "must be greater than or equal to 0"));
        }
    }

    /** A text that must be one of a few, and must be there. */
    static void oneOf(String value, List<String> supported, String field, List<FieldError> errors) {
        if (value.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        } else if (!supported.contains(value)) {
            errors.add(FieldError.notSupported(field, value, supported));
        }
    }

    /** A text that must be there; says whether it is. */
    static boolean required(JsonObject object, String name, String field, List<FieldError> errors) {
        if (Trees.text(object, name).isEmpty()) {
            errors.add(FieldError.required(field + "." + name, ""));
            return false;
        }
        return true;
    }

    /** A text of the object itself that must be there; says whether it is. */
    static boolean requiredAtRoot(JsonObject object, String name, List<FieldError> errors) {
        if (Trees.text(object, name).isEmpty()) {
            errors.add(FieldError.required(name, ""));
            return false;
        }
        return true;
    }

    static void name(NameRule rule, String value, String field, List<FieldError> errors) {
        for (String problem : ObjectNames.problems(rule, value, false)) {
            errors.add(FieldError.invalid(field, value, problem));
        }
    }

    static void dnsLabel(String value, String field, List<FieldError> errors) {
        name(NameRule.LABEL, value, field, errors);
    }

    static void subdomain(String value, String field, List<FieldError> errors) {
        name(NameRule.SUBDOMAIN, value, field, errors);
    }

    static boolean isSubdomain(String text) {
        return ObjectNames.isSubdomain(text);
    }

    static void between(long value, long least, long most, String field, List<FieldError> errors) {
        if (value < least || value > most) {
            errors.add(FieldError.invalid(field, value, "must be between " + least + " and " + most + ", inclusive"));
        }
    }

    static void port(long value, String field, List<FieldError> errors) {
        between(value, 1, 65535, field, errors);
    }

    static void portOrName(@Nullable Object value, String field, List<FieldError> errors) {
        if (value instanceof String name) {
            portName(name, field, errors);
        } else {
            port(value instanceof Long number ? number : 0, field, errors);
        }
    }

    /** The name of a port; says whether it is fine. */
    static boolean portName(String name, String field, List<FieldError> errors) {
        int before = errors.size();
        if (name.length() > 15) {
            errors.add(FieldError.invalid(field, name, "must be no more than 15 characters"));
        }
        if (!PORT_NAME.matcher(name).matches()) {
            errors.add(FieldError.invalid(
                    field, name, "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"));
        }
        if (!LETTER.matcher(name).find()) {
            errors.add(FieldError.invalid(field, name, "must contain at least one letter (a-z)"));
        }
        if (name.contains("--")) {
            errors.add(FieldError.invalid(field, name, "must not contain consecutive hyphens"));
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            errors.add(FieldError.invalid(field, name, "must not begin or end with a hyphen"));
        }
        return errors.size() == before;
    }

    /** A key of a config map or secret. */
    static void configKey(String key, String field, List<FieldError> errors) {
        if (key.length() > 253) {
            errors.add(FieldError.invalid(field, key, "must be no more than 253 characters"));
        }
        if (!CONFIG_KEY.matcher(key).matches()) {
            errors.add(FieldError.invalid(
                    field,
                    key,
                    "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name', "
                            + " or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"));
        }
        if (key.equals(".")) {
            errors.add(FieldError.invalid(field, key, "must not be '.'"));
        } else if (key.equals("..")) {
            errors.add(FieldError.invalid(field, key, "must not be '..'"));
        } else if (key.startsWith("..")) {
            errors.add(FieldError.invalid(field, key, "must not start with '..'"));
        }
    }

    /** A count, or a share in percent. */
    static void countOrPercent(@Nullable Object value, String field, List<FieldError> errors) {
        if (value instanceof String text) {
            if (!PERCENT.matcher(text).matches()) {
                errors.add(FieldError.invalidLiteral(
                        field,
                        goIntOrString(text),
                        "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', "
                                + "regex used for validation is '[0-9]+%')"));
            }
        } else if (value instanceof Long number && number < 0) {
            errors.add(FieldError.invalid(field, number, "must be greater than or equal to 0"));
        }
    }

    static void atMostHundredPercent(@Nullable Object value, String field, List<FieldError> errors) {
        if (value instanceof String text && PERCENT.matcher(text).matches() && countOf(text) > 100) {
            errors.add(FieldError.invalidLiteral(field, goIntOrString(text), "must not be greater than 100%"));
        }
    }

    /** The number of a count or of a percentage. */
    static long countOf(@Nullable Object value) {
        if (value instanceof String text) {
            return PERCENT.matcher(text).matches() && text.length() < 18
                    ? Long.parseLong(text.substring(0, text.length() - 1))
                    : 0;
        }
        return value instanceof Long number ? number : 0;
    }

    /** A count or text as Go prints it. */
    static String goIntOrString(@Nullable Object value) {
        return value instanceof String text
                ? "intstr.IntOrString{Type:1, IntVal:0, StrVal:" + GoSyntax.quote(text) + "}"
                : "intstr.IntOrString{Type:0, IntVal:" + countOf(value) + ", StrVal:\"\"}";
    }

    /** A field that must stay as it is. */
    static void unchanged(JsonObject object, JsonObject old, String name, String field, List<FieldError> errors) {
        Object value = object.get(name);
        if (!Objects.equals(value, old.get(name))) {
            errors.add(FieldError.invalid(field + "." + name, value, IMMUTABLE));
        }
    }

    /** The objects of a list, which may be absent. */
    static List<JsonObject> objects(JsonObject object, String... path) {
        JsonArray array = object.array(path);
        return array.stream()
                .map(item -> item instanceof JsonObject each ? each : JsonObject.EMPTY)
                .toList();
    }
}
