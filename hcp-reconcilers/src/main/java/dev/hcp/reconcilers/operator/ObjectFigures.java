package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** What meters read from objects. */
final class ObjectFigures {
    private ObjectFigures() {}

    /** A condition; empty when it is not there. */
    static JsonObject condition(JsonObject object, String type) {
        for (Object item : object.array("status", "conditions")) {
            if (item instanceof JsonObject condition && type.equals(condition.text("type"))) {
                return condition;
            }
        }
        return JsonObject.EMPTY;
    }

    static boolean isTrue(JsonObject object, String condition) {
        return "True".equals(condition(object, condition).text("status"));
    }

    /** A time of an object; the beginning of time when there is none. */
    static Instant time(@Nullable String text) {
        if (text == null) {
            return Instant.EPOCH;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    static Instant created(JsonObject object) {
        return time(object.text("metadata", "creationTimestamp"));
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The seconds since a time, whenever asked. */
    static DoubleSupplier since(Instant start, InstantSource clock) {
        return () -> Math.max(0, Duration.between(start, clock.instant()).toMillis() / 1000.0);
    }
}
