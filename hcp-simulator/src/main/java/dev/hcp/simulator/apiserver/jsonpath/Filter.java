package dev.hcp.simulator.apiserver.jsonpath;

import dev.hcp.api.json.JsonArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of lists for which a comparison holds.
 *
 * @param operator a comparison, or {@link #EXISTS}, which only asks whether the left side leads anywhere
 */
record Filter(List<Step> left, String operator, List<Step> right) implements Step {
    static final String EXISTS = "exists";

    @Override
    public List<@Nullable Object> from(List<@Nullable Object> values) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof JsonArray array)) {
                throw new JsonPathException("not an array or slice and cannot be filtered");
            }
            for (Object item : array) {
                if (selects(item)) {
                    found.add(item);
                }
            }
        }
        return found;
    }

    private boolean selects(@Nullable Object item) {
        List<@Nullable Object> start = Collections.singletonList(item);
        if (operator.equals(EXISTS)) {
            return exists(start);
        }
        List<@Nullable Object> lefts = Step.walk(left, start);
        requireOne(lefts);
        if (lefts.isEmpty()) {
            return false;
        }
        List<@Nullable Object> rights = Step.walk(right, start);
        requireOne(rights);
        return !rights.isEmpty() && holds(lefts.get(0), rights.get(0));
    }

    private boolean exists(List<@Nullable Object> start) {
        try {
            return !Step.walk(left, start).isEmpty();
        } catch (JsonPathException e) {
            // A step that does not fit gives what it was given, which is something.
            return true;
        }
    }

    private static void requireOne(List<@Nullable Object> side) {
        if (side.size() > 1) {
            throw new JsonPathException("can only compare one element at a time");
        }
    }

    private boolean holds(@Nullable Object a, @Nullable Object b) {
        return switch (operator) {
            case "==" -> isEqual(a, b);
            case "!=" -> !isEqual(a, b);
            case "<" -> compare(a, b) < 0;
            case "<=" -> isEqual(a, b) || compare(a, b) < 0;
            case ">" -> !isEqual(a, b) && compare(a, b) > 0;
            case ">=" -> isEqual(a, b) || compare(a, b) > 0;
            default -> throw new JsonPathException("unrecognized filter operator " + operator);
        };
    }

    /** Only values of one basic type can be compared; a whole number and a fraction are not. */
    private static boolean isEqual(@Nullable Object a, @Nullable Object b) {
        requireComparable(a, b);
        return java.util.Objects.equals(a, b);
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        requireComparable(a, b);
        if (a instanceof Long left && b instanceof Long right) {
            return left.compareTo(right);
        }
        if (a instanceof Double left && b instanceof Double right) {
            return left.compareTo(right);
        }
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        throw new JsonPathException("invalid type for comparison");
    }

    private static void requireComparable(@Nullable Object a, @Nullable Object b) {
        boolean basic = a instanceof Long || a instanceof Double || a instanceof String || a instanceof Boolean;
        if (a == null || b == null || !basic || a.getClass() != b.getClass()) {
            throw new JsonPathException("incompatible types for comparison");
        }
    }
}
