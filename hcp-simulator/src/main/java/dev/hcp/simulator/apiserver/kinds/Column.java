package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param description empty for the words of the Name and the Age column
 * @param priority 0 when it is always shown, more when only on request
 */
public record Column(String name, String type, String format, String description, long priority, Cell cell) {
    /** What a column shows of an object. */
    @FunctionalInterface
    public interface Cell {
        /** The value of the cell at a time. */
        @Nullable
        Object of(JsonObject object, Instant now);
    }

    /** A column that does not depend on the time. */
    public static Column text(
            String name,
            String format,
            String description,
            long priority,
            Function<JsonObject, @Nullable Object> cell) {
        return new Column(name, "string", format, description, priority, (object, now) -> cell.apply(object));
    }

    /** How long ago a time was, as tables print it; {@code <unknown>} for no time. */
    public static String age(@Nullable String timestamp, Instant now) {
        if (timestamp == null || timestamp.isEmpty()) {
            return "<unknown>";
        }
        try {
            return duration(Duration.between(Instant.parse(timestamp), now));
        } catch (DateTimeParseException e) {
            return "<invalid>";
        }
    }

    /** A duration in at most two units. */
    public static String duration(Duration duration) {
        long seconds = duration.getSeconds();
        if (duration.isNegative()) {
            return duration.compareTo(Duration.ofSeconds(-1)) < 0 ? "<invalid>" : "0s";
        }
        if (seconds < 120) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 10) {
            return minutes + "m" + (seconds % 60 == 0 ? "" : seconds % 60 + "s");
        }
        if (minutes < 180) {
            return minutes + "m";
        }
        long hours = minutes / 60;
        if (hours < 8) {
            return hours + "h" + (minutes % 60 == 0 ? "" : minutes % 60 + "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        long days = hours / 24;
        if (hours < 192) {
            return days + "d" + (hours % 24 == 0 ? "" : hours % 24 + "h");
        }
        if (days < 730) {
            return days + "d";
        }
        long years = days / 365;
        if (years < 8) {
            return years + "y" + (days % 365 == 0 ? "" : days % 365 + "d");
        }
        return years + "y";
    }
}
