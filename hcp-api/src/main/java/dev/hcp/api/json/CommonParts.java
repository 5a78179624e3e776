package dev.hcp.api.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * One instance for equal parts of trees, of those that were met lately.
 *
 * <p>A fixed table, so it never grows and a miss only costs sharing. A part has two places in it: it comes into the
 * second, and moves into the first when it is met again, so that what occurs once does not drive out what recurs.
 */
final class CommonParts {
    private static final int SIZE = 1 << 16;
    private static final AtomicReferenceArray<@Nullable Object> TABLE = new AtomicReferenceArray<>(SIZE);

    /** Short texts cost less than looking for them. */
    private static final int LONG_TEXT = 48;

    private CommonParts() {}

    /**
     * The common instance of a part, whose own parts are common too.
     *
     * @param known a common part that may be the same instance
     */
    static @Nullable Object of(@Nullable Object part, @Nullable Object known) {
        if (part == known) {
            return part;
        }
        if (part instanceof JsonObject object) {
            if (object.isEmpty()) {
                return JsonObject.EMPTY;
            }
            Object met = met(object);
            return met != null ? met : noted(object.ofCommonParts(known));
        }
        if (part instanceof JsonArray array) {
            if (array.isEmpty()) {
                return JsonArray.EMPTY;
            }
            Object met = met(array);
            return met != null ? met : noted(array.ofCommonParts(known));
        }
        if (part instanceof String text && text.length() >= LONG_TEXT) {
            Object met = met(text);
            return met != null ? met : noted(text);
        }
        return part;
    }

    private static int place(Object part) {
        return part.hashCode() * 0x9E3779B1 >>> 16;
    }

    /** The instance of a part that was met before, or null. */
    private static @Nullable Object met(Object part) {
        int first = place(part);
        Object recurring = TABLE.getPlain(first);
        if (part.equals(recurring)) {
            return recurring;
        }
        int second = first ^ 1;
        Object recent = TABLE.getPlain(second);
        if (!part.equals(recent)) {
            return null;
        }
        TABLE.setPlain(second, recurring);
        TABLE.setPlain(first, recent);
        return recent;
    }

    private static Object noted(Object part) {
        TABLE.setPlain(place(part) ^ 1, part);
        return part;
    }
}
