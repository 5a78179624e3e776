package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * JSON patch (RFC 6902) over trees, with the habits of the library that the reference uses and that published Java
 * implementations, which follow the RFC, do not have: replacing a member that is not there adds it, testing an absent
 * member for null succeeds, and what precedes the first slash of a path does not count.
 */
public final class JsonPatch {
    /** How much all copies of a patch may take together, in bytes of JSON. */
    private static final long MOST_COPIED = 3L * 1024 * 1024;

    private long copied;

    private JsonPatch() {}

    /** A patch that does not fit the document. */
    public static final class Mismatch extends HcpException {
        private static final long serialVersionUID = 1L;

        Mismatch(String message) {
            super(message);
        }
    }

    /**
     * The document after all operations.
     *
     * @throws Mismatch when an operation is malformed or does not apply
     */
    public static @Nullable Object apply(JsonObject document, JsonArray operations) {
        JsonPatch patch = new JsonPatch();
        Object result = document;
        for (int i = 0; i < operations.size(); i++) {
            result = patch.operation(result, operations.object(i));
        }
        return result;
    }

    private @Nullable Object operation(@Nullable Object document, JsonObject operation) {
        String kind = String.valueOf(operation.text("op"));
        String path = path(operation, "path");
        switch (kind) {
            case "add" -> {
                return edit(document, path, (container, key) -> add(container, key, operation.get("value")));
            }
            case "replace" -> {
                if (path.isEmpty()) {
                    // A scalar cannot be a document; the library leaves it at that.
                    Object value = operation.get("value");
                    return value instanceof JsonObject || value instanceof JsonArray ? value : document;
                }
                return edit(document, path, (container, key) -> replace(container, key, operation.get("value")));
            }
            case "remove" -> {
                return edit(document, path, JsonPatch::remove);
            }
            case "move" -> {
                String from = path(operation, "from");
                Object moved = get(document, from);
                Object without = edit(document, from, JsonPatch::remove);
                return edit(without, path, (container, key) -> add(container, key, moved));
            }
            case "copy" -> {
                Object value = get(document, path(operation, "from"));
                copied += Json.writeBytes(value).length;
                if (copied > MOST_COPIED) {
                    throw new Mismatch("copies take more than " + MOST_COPIED + " bytes");
                }
                return edit(document, path, (container, key) -> add(container, key, value));
            }
            case "test" -> {
                Object actual = path.isEmpty() ? document : get(document, path);
                if (!same(actual, operation.get("value"))) {
                    throw new Mismatch("testing value " + path + " failed");
                }
                return document;
            }
            default -> throw new Mismatch("unexpected kind: " + kind);
        }
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number left && b instanceof Number right) {
            return left.doubleValue() == right.doubleValue();
        }
        return Objects.equals(a, b);
    }

    private static String path(JsonObject operation, String name) {
        String path = operation.text(name);
        if (path == null) {
            throw new Mismatch("operation " + name + " field is missing");
        }
        return path;
    }

    private interface Edit {
        @Nullable
        Object apply(@Nullable Object container, String key);
    }

    private static @Nullable Object edit(@Nullable Object document, String path, Edit edit) {
        return edit(document, steps(path), 1, edit);
    }

    private static String[] steps(String path) {
        String[] steps = path.split("/", -1);
        if (steps.length < 2) {
            throw new Mismatch("doc is missing path: " + path);
        }
        return steps;
    }

    private static @Nullable Object edit(@Nullable Object container, String[] steps, int depth, Edit edit) {
        String step = steps[depth].replace("~1", "/").replace("~0", "~");
        if (depth == steps.length - 1) {
            return edit.apply(container, step);
        }
        if (container instanceof JsonObject object && object.get(step) != null) {
            return object.with(step, edit(object.get(step), steps, depth + 1, edit));
        }
        if (container instanceof JsonArray array) {
            int index = index(array, step, array.size() - 1);
            Object changed = edit(array.get(index), steps, depth + 1, edit);
            if (changed == array.get(index)) {
                return array;
            }
            List<@Nullable Object> items = new ArrayList<>(array);
            items.set(index, changed);
            return JsonArray.copyOf(items);
        }
        throw new Mismatch("doc is missing path: " + String.join("/", steps));
    }

    private static @Nullable Object get(@Nullable Object document, String path) {
        @Nullable Object[] found = new Object[1];
        edit(document, path, (container, key) -> {
            if (container instanceof JsonObject object) {
                found[0] = object.get(key);
            } else if (container instanceof JsonArray array) {
                found[0] = array.get(index(array, key, array.size() - 1));
            } else {
                throw new Mismatch("doc is missing path: " + path);
            }
            return container;
        });
        return found[0];
    }

    private static int index(JsonArray array, String key, int last) {
        try {
            int index = Integer.parseInt(key);
            int actual = index < 0 ? index + last + 1 : index;
            if (actual < 0 || actual > last) {
                throw new Mismatch("unable to access invalid index: " + index);
            }
            return actual;
        } catch (NumberFormatException e) {
            throw new Mismatch("not an index of a list of " + array.size() + ": " + key);
        }
    }

    private static Object add(@Nullable Object container, String key, @Nullable Object value) {
        if (container instanceof JsonObject object) {
            return object.with(key, value);
        }
        if (container instanceof JsonArray array) {
            List<@Nullable Object> items = new ArrayList<>(array);
            items.add(key.equals("-") ? array.size() : index(array, key, array.size()), value);
            return JsonArray.copyOf(items);
        }
        throw new Mismatch("add operation does not apply: doc is missing path: " + key);
    }

    private static Object replace(@Nullable Object container, String key, @Nullable Object value) {
        if (container instanceof JsonArray array) {
            List<@Nullable Object> items = new ArrayList<>(array);
            items.set(index(array, key, array.size() - 1), value);
            return JsonArray.copyOf(items);
        }
        return add(container, key, value);
    }

    private static Object remove(@Nullable Object container, String key) {
        if (container instanceof JsonObject object && object.containsKey(key)) {
            return object.without(key);
        }
        if (container instanceof JsonArray array) {
            List<@Nullable Object> items = new ArrayList<>(array);
            items.remove(index(array, key, array.size() - 1));
            return JsonArray.copyOf(items);
        }
        throw new Mismatch("remove operation does not apply: unable to remove nonexistent key: " + key);
    }
}
