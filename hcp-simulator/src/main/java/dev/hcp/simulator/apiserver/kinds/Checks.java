package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.api.validation.schema.ObjectNames;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Checks of single fields that many kinds make; a field is named by its path in the object. */
final class Checks {
    private static final String IMMUTABLE = "field is immutable";

    private Checks() {}

    /** A text that must not be empty; true when it is not. */
    static boolean present(JsonObject object, List<FieldError> errors, String detail, String... path) {
        boolean present = !Trees.text(object, path).isEmpty();
        if (!present) {
            errors.add(FieldError.required(String.join(".", path), detail));
        }
        return present;
    }

    /** A number that must not be below zero. */
    static void notNegative(JsonObject object, List<FieldError> errors, String... path) {
        long value = object.integer(0, path);
        if (value < 0) {
            errors.add(FieldError.invalid(String.join(".", path), value, "must be greater than or equal to 0"));
        }
    }

    /** A text that is a name by a rule. */
    static void name(String field, String value, NameRule rule, List<FieldError> errors) {
        for (String problem : ObjectNames.problems(rule, value, false)) {
            errors.add(FieldError.invalid(field, value, problem));
        }
    }

    /** A text that is a name with or without a domain before it. */
    static void qualifiedName(String field, String value, List<FieldError> errors) {
        for (String problem : ObjectNames.qualifiedNameProblems(value)) {
            errors.add(FieldError.invalid(field, value, problem));
        }
    }

    /** A text that is one of a few. */
    static void oneOf(String field, String value, Collection<String> supported, List<FieldError> errors) {
        if (!supported.contains(value)) {
            errors.add(FieldError.notSupported(field, value, supported));
        }
    }

    /** A field that keeps its value for life. */
    static void immutable(JsonObject object, JsonObject old, List<FieldError> errors, String... path) {
        Object value = object.at(path);
        if (!Objects.equals(value, old.at(path))) {
            errors.add(FieldError.invalid(String.join(".", path), value, IMMUTABLE));
        }
    }

    /** Texts as Go prints a slice of a named string type. */
    static String goTexts(String type, Collection<?> texts) {
        StringBuilder out = new StringBuilder("[]").append(type);
        if (texts.isEmpty()) {
            return out.append("(nil)").toString();
        }
        out.append('{');
        String separator = "";
        for (Object text : texts) {
            out.append(separator).append(GoSyntax.quote(String.valueOf(text)));
            separator = ", ";
        }
        return out.append('}').toString();
    }
}
