package dev.hcp.api.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * The value of {@code spec.pausedUntil}: a boolean in any of Go's spellings, or a time in RFC 3339 until which
 * reconciliation rests. The text is kept as it came. A text that is neither does not pause.
 *
 * @param text the text, which may be invalid
 */
public record PausedUntil(String text) {
    private static final Set<String> YES = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> NO = Set.of("0", "f", "F", "FALSE", "false", "False");

    /** Pauses until it is taken away. */
    public static final PausedUntil FOREVER = new PausedUntil("true");

    /** Wraps a text; it is not checked. */
    @JsonCreator
    public static PausedUntil of(String text) {
        return new PausedUntil(text);
    }

    /** Pauses until a time. */
    public static PausedUntil of(Instant until) {
        return new PausedUntil(until.toString());
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }

    /** Whether the text is a boolean or a time. */
    public boolean isValid() {
        return YES.contains(text) || NO.contains(text) || time().isPresent();
    }

    /** Whether reconciliation rests at a time. */
    public boolean isPausedAt(Instant now) {
        return YES.contains(text) || time().map(now::isBefore).orElse(false);
    }

    /** How long the pause lasts from a time on; empty when it is over, never ends, or is invalid. */
    public Optional<Duration> remainingAt(Instant now) {
        return time().filter(now::isBefore).map(until -> Duration.between(now, until));
    }

    /** The time at which the pause ends, when the text is a time. */
    public Optional<Instant> time() {
        // RFC 3339 wants seconds and an offset with a colon, which java.time makes optional.
        if (text.length() < 20 || text.charAt(10) != 'T' || text.charAt(16) != ':') {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
