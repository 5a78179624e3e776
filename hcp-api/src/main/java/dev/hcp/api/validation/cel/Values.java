package dev.hcp.api.validation.cel;

import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.GoDuration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of trees as CEL computes with them. Objects, lists and maps are views; nothing is copied. */
final class Values {
    private Values() {}

    static Object of(@Nullable Object value, DeclaredType type) {
        if (value == null) {
            return NullValue.NULL_VALUE;
        }
        if (value instanceof String text) {
            return ofText(text, type);
        }
        if (value instanceof JsonObject object) {
            DeclaredType element = type.element();
            return element == null ? new ObjectValue(object, type) : new MapValue(object, type, element);
        }
        if (value instanceof JsonArray array) {
            DeclaredType element = type.element();
            if (element == null) {
                throw new CelBadFormatException("expected " + type.typeName() + ", found a list");
            }
            return ListValue.ofTree(array, type, element);
        }
        if (value instanceof Number number && type.schema().type().equals("number")) {
            return number.doubleValue();
        }
        // A whole number may be written with a fraction.
        return value instanceof Double number && number == Math.rint(number) ? (Object) number.longValue() : value;
    }

    private static Object ofText(String text, DeclaredType type) {
        return switch (type.celType().kind()) {
            case BYTES -> bytes(text);
            case DURATION -> duration(text);
            case TIMESTAMP -> time(text);
            default -> text;
        };
    }

    private static Object bytes(String text) {
        try {
            return CelByteString.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new CelBadFormatException("illegal base64 data in " + text);
        }
    }

    private static Object duration(String text) {
        return GoDuration.of(text)
                .parsed()
                .map(parsed -> (Object) parsed)
                .orElseThrow(() -> new CelBadFormatException("invalid duration " + text));
    }

    private static Instant time(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
    }
}
