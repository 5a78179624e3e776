package dev.hcp.api.validation.cel;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.value.GoDuration;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code 'text with %s'.format([values])}. */
final class TextTemplate {
    private static final int DEFAULT_PRECISION = 6;

    private TextTemplate() {}

    static String format(String template, List<?> arguments) {
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '%') {
                out.append(c);
                continue;
            }
            if (i + 1 >= template.length()) {
                throw new CelBadFormatException("unexpected end of string");
            }
            if (template.charAt(++i) == '%') {
                out.append('%');
                continue;
            }
            int precision = DEFAULT_PRECISION;
            if (template.charAt(i) == '.') {
                int end = ++i;
                while (end < template.length() && Character.isDigit(template.charAt(end))) {
                    end++;
                }
                if (end == i || end >= template.length() || end - i > 3) {
                    throw new CelBadFormatException("could not find end of precision specifier");
                }
                precision = Integer.parseInt(template.substring(i, end));
                i = end;
            }
            if (used >= arguments.size()) {
                throw new CelBadFormatException("index " + used + " out of range");
            }
            out.append(clause(template.charAt(i), precision, arguments.get(used++)));
        }
        return out.toString();
    }

    private static String clause(char clause, int precision, Object value) {
        return switch (clause) {
            case 's' -> text(value);
            case 'd' -> decimal(value);
            case 'f' -> fixed(value, precision);
            case 'e' -> scientific(value, precision);
            case 'b' ->
                value instanceof Boolean flag
                        ? (flag ? "1" : "0")
                        : whole(value, clause).toString(2);
            case 'o' -> whole(value, clause).toString(8);
            case 'x' -> hexadecimal(value);
            case 'X' -> hexadecimal(value).toUpperCase(Locale.ROOT);
            default ->
                throw new CelBadFormatException(
                        "could not parse formatting clause: unrecognized formatting clause \"" + clause + "\"");
        };
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return GoSyntax.number(number);
        }
        if (value instanceof Duration duration) {
            return GoDuration.of(duration).text();
        }
        if (value instanceof NullValue) {
            return "null";
        }
        if (value instanceof List<?> items) {
            List<String> texts = new ArrayList<>();
            items.forEach(item -> texts.add(text(item)));
            return "[" + String.join(", ", texts) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            List<String> texts = new ArrayList<>();
            map.forEach((key, member) -> texts.add(text(key) + ": " + text(member)));
            texts.sort(null);
            return "{" + String.join(", ", texts) + "}";
        }
        return value instanceof CelByteString bytes
                ? new String(bytes.toByteArray(), StandardCharsets.UTF_8)
                : String.valueOf(value);
    }

    private static String decimal(Object value) {
        return value instanceof Double number
                ? GoSyntax.number(number)
                : whole(value, 'd').toString();
    }

    private static BigInteger whole(Object value, char clause) {
        if (value instanceof UnsignedLong number) {
            return number.bigIntegerValue();
        }
        if (value instanceof Long number) {
            return BigInteger.valueOf(number);
        }
        throw new CelBadFormatException("error during formatting: %" + clause + " takes integers only");
    }

    private static String fixed(Object value, int precision) {
        double number = floating(value);
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .setScale(precision, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : GoSyntax.number(number);
    }

    private static String scientific(Object value, int precision) {
        return String.format(Locale.ROOT, "%." + precision + "e", floating(value));
    }

    private static double floating(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new CelBadFormatException("error during formatting: %f and %e take numbers only");
    }

    private static String hexadecimal(Object value) {
        if (value instanceof String || value instanceof CelByteString) {
            byte[] bytes = value instanceof CelByteString raw
                    ? raw.toByteArray()
                    : ((String) value).getBytes(StandardCharsets.UTF_8);
            StringBuilder out = new StringBuilder();
            for (byte b : bytes) {
                out.append(String.format("%02x", b));
            }
            return out.toString();
        }
        return whole(value, 'x').toString(16);
    }
}
