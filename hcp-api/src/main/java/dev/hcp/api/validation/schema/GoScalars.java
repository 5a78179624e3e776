package dev.hcp.api.validation.schema;

import dev.hcp.api.value.ResourceQuantity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scalars of built-in kinds that the reference reads from JSON in their own way: quantities, times and bytes. A schema
 * names them as its type's Go name.
 */
public final class GoScalars {
    /** A quantity, kept as it was written. */
    public static final String QUANTITY = "Quantity";
    /** A quantity in a list of resources, where it is brought to its canonical form. */
    public static final String RESOURCE = "Resource";
    /** A time in whole seconds. */
    public static final String TIME = "Time";
    /** A time with exactly six digits of fractions. */
    public static final String MICRO_TIME = "MicroTime";
    /** Bytes in base 64. */
    public static final String BYTES = "[]uint8";

    private static final String TIME_LAYOUT = "2006-01-02T15:04:05Z07:00";
    private static final String MICRO_LAYOUT = "2006-01-02T15:04:05.000000Z07:00";
    private static final DateTimeFormatter MICRO_FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    private static final Pattern SECONDS =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})((?:[.,]\\d+)?)(Z|[+-]\\d{2}:\\d{2})");

    private GoScalars() {}

    /** The decoder's complaint about a value that has the right JSON type; empty when it is fine. */
    public static Optional<String> problem(String typeName, Object value) {
        if (value instanceof String text) {
            return switch (typeName) {
                case QUANTITY, RESOURCE -> ResourceQuantity.problem(text.trim()).map(ResourceQuantity.Problem::words);
                case TIME -> Optional.ofNullable(timeProblem(text, TIME_LAYOUT));
                case MICRO_TIME -> Optional.ofNullable(timeProblem(text, MICRO_LAYOUT));
                case BYTES -> Optional.ofNullable(bytesProblem(text));
                default -> Optional.empty();
            };
        }
        boolean quantity = typeName.equals(QUANTITY) || typeName.equals(RESOURCE);
        return quantity && !(value instanceof Number)
                ? Optional.of(ResourceQuantity.Problem.SYNTAX.words())
                : Optional.empty();
    }

    /** A value that {@link #problem} finds fine, as the reference writes it. */
    public static Object canonical(String typeName, Object value) {
        return switch (typeName) {
            case QUANTITY -> text(value);
            case RESOURCE ->
                ResourceQuantity.parse(text(value).trim()).inThousandths().canonical();
            case TIME ->
                isCanonicalTime(text(value))
                        ? value
                        : OffsetDateTime.parse(text(value))
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString();
            case MICRO_TIME -> {
                Instant time = OffsetDateTime.parse(text(value)).toInstant();
                yield MICRO_FORMAT.format(time.atOffset(ZoneOffset.UTC));
            }
            case BYTES -> {
                String bytes = text(value);
                yield bytes.indexOf('\n') < 0 && bytes.indexOf('\r') < 0
                        ? bytes
                        : bytes.replace("\n", "").replace("\r", "");
            }
            default -> value;
        };
    }

    private static String text(Object value) {
        return value instanceof Double number ? GoSyntax.number(number) : String.valueOf(value);
    }

    /** Whether a time is written as the reference writes it; false for the last days of months, which are looked at closely. */
    private static boolean isCanonicalTime(String text) {
        if (text.length() != 20) {
            return false;
        }
        for (int i = 0; i < 20; i++) {
            char layout = "0000-00-00T00:00:00Z".charAt(i);
            char c = text.charAt(i);
            if (layout == '0' ? c < '0' || c > '9' : c != layout) {
                return false;
            }
        }
        return isWithin(text, 5, 1, 12)
                && isWithin(text, 8, 1, 28)
                && isWithin(text, 11, 0, 23)
                && isWithin(text, 14, 0, 59)
                && isWithin(text, 17, 0, 59);
    }

    private static boolean isWithin(String digits, int at, int least, int most) {
        int number = (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
        return number >= least && number <= most;
    }

    private static @Nullable String timeProblem(String text, String layout) {
        boolean micro = layout.equals(MICRO_LAYOUT);
        if (!micro && isCanonicalTime(text)) {
            return null;
        }
        Matcher matcher = SECONDS.matcher(text);
        if (matcher.matches() && (!micro || matcher.group(2).length() == 7)) {
            try {
                OffsetDateTime.parse(text);
                return null;
            } catch (DateTimeException e) {
                return "parsing time " + GoSyntax.quote(text) + ": " + outOfRange(text);
            }
        }
        GoLayout mismatch = GoLayout.mismatch(text, micro);
        return "parsing time " + GoSyntax.quote(text) + " as " + GoSyntax.quote(layout) + ": cannot parse "
                + GoSyntax.quote(mismatch.rest()) + " as " + GoSyntax.quote(mismatch.part());
    }

    private static String outOfRange(String text) {
        int month = Integer.parseInt(text.substring(5, 7));
        int hour = Integer.parseInt(text.substring(11, 13));
        int minute = Integer.parseInt(text.substring(14, 16));
        int second = Integer.parseInt(text.substring(17, 19));
        String part = month < 1 || month > 12
                ? "month"
                : hour > 23 ? "hour" : minute > 59 ? "minute" : second > 59 ? "second" : "day";
        return part + " out of range";
    }

    /** The first part of a layout that a text does not follow, and the text from there. */
    private record GoLayout(String part, String rest) {
        private static final String[][] PARTS = {
            {"2006", "\\d{4}"},
            {"-", "-"},
            {"01", "\\d{2}"},
            {"-", "-"},
            {"02", "\\d{2}"},
            {"T", "T"},
            {"15", "\\d{2}"},
            {":", ":"},
            {"04", "\\d{2}"},
            {":", ":"},
            {"05", "\\d{2}"}
        };

        static GoLayout mismatch(String text, boolean micro) {
            String rest = text;
            for (String[] part : PARTS) {
                Matcher matcher = Pattern.compile(part[1]).matcher(rest);
                if (!matcher.lookingAt()) {
                    return new GoLayout(part[0], rest);
                }
                rest = rest.substring(matcher.end());
            }
            Matcher fraction =
                    Pattern.compile(micro ? "\\.\\d{6}" : "([.,]\\d+)?").matcher(rest);
            if (!fraction.lookingAt()) {
                return new GoLayout(".000000", rest);
            }
            return new GoLayout("Z07:00", rest.substring(fraction.end()));
        }
    }

    private static @Nullable String bytesProblem(String text) {
        String plain = text.replace("\n", "").replace("\r", "");
        int padding = plain.endsWith("==") ? 2 : plain.endsWith("=") ? 1 : 0;
        for (int i = 0; i < plain.length() - padding; i++) {
            char c = plain.charAt(i);
            boolean digit =
                    (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
            if (!digit) {
                return "illegal base64 data at input byte " + i;
            }
        }
        if (plain.length() % 4 != 0) {
            // The reference points at the start of what is incomplete, or behind a padding that is too short.
            int at = padding > 0 ? plain.length() : plain.length() - plain.length() % 4;
            return "illegal base64 data at input byte " + at;
        }
        return null;
    }
}
