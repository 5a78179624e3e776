package dev.hcp.api.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.hcp.api.HcpException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A duration as Go writes it, such as {@code 1h30m} or {@code 0s}. The text is kept as it came and parsed when asked for,
 * so {@code 90m} stays {@code 90m}. Equal when the texts are equal.
 *
 * @param text the text, which may be no duration at all
 */
public record GoDuration(String text) {
    private static final Pattern WHOLE =
            Pattern.compile("[-+]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)");
    private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|µs|μs|ms|s|m|h)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");
    private static final Set<String> UNITS = Set.of("ns", "us", "µs", "μs", "ms", "s", "m", "h");
    private static final BigInteger LIMIT = BigInteger.valueOf(Long.MAX_VALUE);

    /** Wraps a text; it is not checked. */
    @JsonCreator
    public static GoDuration of(String text) {
        return new GoDuration(text);
    }

    /** The shortest form that Go prints: {@code 1h30m0s}, {@code 1.5s}, {@code 0s}. */
    public static GoDuration of(Duration duration) {
        return new GoDuration(format(duration));
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }

    /** The duration, or empty when the text is none or exceeds Go's range of about 292 years. */
    public Optional<Duration> parsed() {
        return Optional.ofNullable(parse(text));
    }

    /** What Go says of a text that is no duration; empty for one that is. */
    public Optional<String> problem() {
        if (parsed().isPresent()) {
            return Optional.empty();
        }
        String rest = text.replaceFirst("^[-+]", "");
        while (!rest.isEmpty()) {
            Matcher number = NUMBER.matcher(rest);
            if (!number.lookingAt()) {
                break;
            }
            rest = rest.substring(number.end());
            String unit = rest.replaceFirst("[0-9.].*", "");
            if (unit.isEmpty()) {
                return Optional.of("time: missing unit in duration \"" + text + "\"");
            }
            if (!UNITS.contains(unit)) {
                return Optional.of("time: unknown unit \"" + unit + "\" in duration \"" + text + "\"");
            }
            rest = rest.substring(unit.length());
        }
        return Optional.of("time: invalid duration \"" + text + "\"");
    }

    /**
     * The duration.
     *
     * @throws HcpException when the text is no Go duration
     */
    public Duration toDuration() {
        return parsed().orElseThrow(() ->
                new HcpException("\"" + text + "\" is not a Go duration; write it as 1h30m, 90s or 250ms"));
    }

    @Override
    public String toString() {
        return text;
    }

    private static @Nullable Duration parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return null;
        }
        BigInteger nanos = BigInteger.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            BigDecimal amount = new BigDecimal(part.group(1));
            nanos = nanos.add(amount.multiply(BigDecimal.valueOf(nanosOf(part.group(2))))
                    .setScale(0, RoundingMode.DOWN)
                    .toBigIntegerExact());
        }
        if (nanos.compareTo(LIMIT) > 0) {
            return null;
        }
        Duration duration = Duration.ofNanos(nanos.longValueExact());
        return text.startsWith("-") ? duration.negated() : duration;
    }

    private static long nanosOf(String unit) {
        return switch (unit) {
            case "ns" -> 1L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 1_000L;
        };
    }

    private static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        String sign = duration.isNegative() ? "-" : "";
        Duration length = duration.abs();
        if (length.compareTo(Duration.ofSeconds(1)) < 0) {
            long nanos = length.toNanos();
            if (nanos < 1_000) {
                return sign + nanos + "ns";
            }
            return nanos < 1_000_000 ? sign + decimal(nanos, 3) + "µs" : sign + decimal(nanos, 6) + "ms";
        }
        StringBuilder result = new StringBuilder(sign);
        if (length.toHours() > 0) {
            result.append(length.toHours()).append('h');
        }
        if (length.toMinutes() > 0) {
            result.append(length.toMinutesPart()).append('m');
        }
        return result.append(decimal(length.toSecondsPart() * 1_000_000_000L + length.toNanosPart(), 9))
                .append('s')
                .toString();
    }

    private static String decimal(long value, int scale) {
        BigDecimal number = BigDecimal.valueOf(value, scale);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
