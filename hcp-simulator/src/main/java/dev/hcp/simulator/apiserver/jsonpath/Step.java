package dev.hcp.simulator.apiserver.jsonpath;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step from values to values. */
interface Step {
    List<@Nullable Object> from(List<@Nullable Object> values);

    static List<@Nullable Object> walk(List<Step> steps, List<@Nullable Object> start) {
        List<@Nullable Object> values = start;
        for (Step step : steps) {
            values = step.from(values);
        }
        return values;
    }

    /** A literal: text, a number, a boolean. */
    record Constant(Object value) implements Step {
        @Override
        public List<@Nullable Object> from(List<@Nullable Object> values) {
            return Collections.singletonList(value);
        }
    }

    /** The member of that name. */
    record Field(String name) implements Step {
        @Override
        public List<@Nullable Object> from(List<@Nullable Object> values) {
            List<@Nullable Object> found = new ArrayList<>();
            for (Object value : values) {
                if (value instanceof JsonObject object && object.containsKey(name)) {
                    found.add(object.get(name));
                }
            }
            return found;
        }
    }

    /** All members, all items. */
    record Wildcard() implements Step {
        @Override
        public List<@Nullable Object> from(List<@Nullable Object> values) {
            List<@Nullable Object> found = new ArrayList<>();
            for (Object value : values) {
                found.addAll(children(value));
            }
            return found;
        }
    }

    private static Collection<@Nullable Object> children(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return object.values();
        }
        return value instanceof JsonArray array ? array : List.of();
    }

    /** Everything that has something in it, at any depth; texts count as lists of characters. */
    record Recursive() implements Step {
        @Override
        public List<@Nullable Object> from(List<@Nullable Object> values) {
            List<@Nullable Object> found = new ArrayList<>();
            collect(values, found);
            return found;
        }

        private static void collect(Collection<@Nullable Object> values, List<@Nullable Object> found) {
            for (Object value : values) {
                boolean isText = value instanceof String text && !text.isEmpty();
                if (isText || !children(value).isEmpty()) {
                    found.add(value);
                    collect(children(value), found);
                }
            }
        }
    }

    /** What several paths lead to, one after the other. */
    record Union(List<List<Step>> paths) implements Step {
        @Override
        public List<@Nullable Object> from(List<@Nullable Object> values) {
            List<@Nullable Object> found = new ArrayList<>();
            for (List<Step> path : paths) {
                found.addAll(walk(path, values));
            }
            return found;
        }
    }

    /**
     * A range of items; a single index is a range that ends behind it.
     *
     * @param start first item; from the end when negative
     * @param end first item not taken; null for the list's end
     * @param single whether the end was derived from the start
     * @param stride distance of the items taken
     */
    record Slice(int start, @Nullable Integer end, boolean single, int stride) implements Step {
        @Override
        public List<@Nullable Object> from(List<@Nullable Object> values) {
            List<@Nullable Object> found = new ArrayList<>();
            for (Object value : values) {
                if (value instanceof JsonArray array) {
                    if (!take(array, found)) {
                        return found;
                    }
                } else if (value != null) {
                    throw new JsonPathException("not an array or slice");
                }
            }
            return found;
        }

        private boolean take(JsonArray array, List<@Nullable Object> found) {
            int size = array.size();
            int from = start < 0 ? start + size : start;
            int to = end == null ? size : end;
            to = to < 0 || (to == 0 && single) ? to + size : to;
            if (from == to) {
                return false;
            }
            requireWithin(from, from >= size || from < 0, size);
            requireWithin(to - 1, to > size || to < 0, size);
            if (from > to) {
                throw new JsonPathException("starting index " + from + " is greater than ending index " + to);
            }
            if (stride <= 0) {
                throw new JsonPathException("step must be > 0");
            }
            for (int i = from; i < to; i += stride) {
                found.add(array.get(i));
            }
            return true;
        }

        private static void requireWithin(int index, boolean outside, int size) {
            if (outside) {
                throw new JsonPathException("array index out of bounds: index " + index + ", length " + size);
            }
        }
    }
}
