package dev.hcp.api.validation.schema;

import dev.hcp.api.json.JsonObject;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one field, in the words of the reference.
 *
 * @param field path of the field, such as {@code spec.replicas}
 * @param kind what is wrong
 * @param value the rendered bad value; null for the kinds that do not show one
 * @param detail what would be right; may be empty
 */
public record FieldError(String field, Kind kind, @Nullable String value, String detail) {
    /** What can be wrong with a field. */
    public enum Kind {
        INVALID("Invalid value", "FieldValueInvalid"),
        TYPE_INVALID("Invalid value", "FieldValueTypeInvalid"),
        REQUIRED("Required value", "FieldValueRequired"),
        NOT_SUPPORTED("Unsupported value", "FieldValueNotSupported"),
        FORBIDDEN("Forbidden", "FieldValueForbidden"),
        DUPLICATE("Duplicate value", "FieldValueDuplicate"),
        NOT_FOUND("Not found", "FieldValueNotFound"),
        TOO_LONG("Too long", "FieldValueTooLong"),
        TOO_MANY("Too many", "FieldValueTooMany");

        private final String words;
        private final String reason;

        Kind(String words, String reason) {
            this.words = words;
            this.reason = reason;
        }
    }

    /** A bad value; {@code value} is a tree value. */
    public static FieldError invalid(String field, @Nullable Object value, String detail) {
        return new FieldError(field, Kind.INVALID, GoSyntax.value(value), detail);
    }

    /** A bad value that is already rendered. */
    public static FieldError invalidLiteral(String field, String rendered, String detail) {
        return new FieldError(field, Kind.INVALID, rendered, detail);
    }

    /** A value of the wrong JSON type, or one that does not fit its format. */
    public static FieldError typeInvalid(String field, @Nullable Object value, String detail) {
        return new FieldError(field, Kind.TYPE_INVALID, GoSyntax.value(value), detail);
    }

    /** A missing value. */
    public static FieldError required(String field, String detail) {
        return new FieldError(field, Kind.REQUIRED, null, detail);
    }

    /** A value that is not one of a few. */
    public static FieldError notSupported(String field, @Nullable Object value, Collection<String> supported) {
        return new FieldError(
                field,
                Kind.NOT_SUPPORTED,
                GoSyntax.value(value),
                "supported values: " + supported.stream().map(GoSyntax::quote).collect(Collectors.joining(", ")));
    }

    /** A field that must not be set or changed. */
    public static FieldError forbidden(String field, String detail) {
        return new FieldError(field, Kind.FORBIDDEN, null, detail);
    }

    /** A value that occurs twice. */
    public static FieldError duplicate(String field, @Nullable Object value) {
        return new FieldError(field, Kind.DUPLICATE, GoSyntax.value(value), "");
    }

    /** A reference to something that is not there. */
    public static FieldError notFound(String field, @Nullable Object value) {
        return new FieldError(field, Kind.NOT_FOUND, GoSyntax.value(value), "");
    }

    /** A text that is too long. */
    public static FieldError tooLong(String field, long limit) {
        return new FieldError(field, Kind.TOO_LONG, null, "may not be more than " + limit + " bytes");
    }

    /** Too many items or members. */
    public static FieldError tooMany(String field, long actual, long limit) {
        return new FieldError(field, Kind.TOO_MANY, Long.toString(actual), "must have at most " + limit + " items");
    }

    /** The message without the field. */
    public String body() {
        StringBuilder out = new StringBuilder(kind.words);
        if (value != null) {
            out.append(": ").append(value);
        }
        if (!detail.isEmpty()) {
            out.append(": ").append(detail);
        }
        return out.toString();
    }

    /** The whole message. */
    public String message() {
        return field + ": " + body();
    }

    /** The entry in a status' causes. */
    public JsonObject cause() {
        return JsonObject.of("reason", kind.reason, "message", body(), "field", field);
    }
}
