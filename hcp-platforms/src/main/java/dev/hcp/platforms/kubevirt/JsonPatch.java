package dev.hcp.platforms.kubevirt;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * RFC 6902, as users write it in the annotation that changes virtual machines: the members that lead to the place of an
 * {@code add} are made where they are missing.
 */
final class JsonPatch {
    private JsonPatch() {}

    /**
     * The operations of a patch.
     *
     * @param patch JSON text: an array of operations
     * @throws HcpException when it is something else
     */
    static JsonArray operations(String patch) {
        if (Json.parse(patch) instanceof JsonArray operations) {
            return operations;
        }
        throw new HcpException("a JSON patch is an array of operations");
    }

    /**
     * The document with a patch applied.
     *
     * @throws HcpException when an operation does not fit the document
     */
    static JsonObject apply(JsonObject document, JsonArray operations) {
        JsonObject result = document;
        for (int i = 0; i < operations.size(); i++) {
            result = apply(result, operations.object(i));
        }
        return result;
    }

    private static JsonObject apply(JsonObject document, JsonObject operation) {
        String op = operation.text("op");
        List<String> path = pointer(operation.text("path"));
        Object changed =
                switch (op == null ? "" : op) {
                    case "add" -> put(document, path, 0, operation.get("value"), Mode.ADD);
                    case "replace" -> put(document, path, 0, operation.get("value"), Mode.REPLACE);
                    case "remove" -> put(document, path, 0, null, Mode.REMOVE);
                    case "copy" -> put(document, path, 0, find(document, pointer(operation.text("from"))), Mode.ADD);
                    case "move" -> {
                        List<String> from = pointer(operation.text("from"));
                        Object moved = find(document, from);
                        yield put(put(document, from, 0, null, Mode.REMOVE), path, 0, moved, Mode.ADD);
                    }
                    case "test" -> {
                        Object found = find(document, path);
                        if (!Objects.equals(found, operation.get("value"))) {
                            throw new HcpException("testing value " + operation.text("path") + " failed");
                        }
                        yield document;
                    }
                    default ->
                        throw new HcpException("unknown operation \"" + op
                                + "\" in a JSON patch; there are add, remove, replace, move, copy and test");
                };
        if (changed instanceof JsonObject object) {
            return object;
        }
        throw new HcpException("a JSON patch must leave an object, not " + Json.write(changed));
    }

    private enum Mode {
        ADD,
        REPLACE,
        REMOVE
    }

    private static List<String> pointer(@Nullable String text) {
        List<String> steps = new ArrayList<>();
        if (text == null || text.isEmpty()) {
            return steps;
        }
        if (!text.startsWith("/")) {
            throw new HcpException("a path in a JSON patch begins with a slash; got \"" + text + "\"");
        }
        for (String step : text.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps;
    }

    private static @Nullable Object find(@Nullable Object document, List<String> path) {
        Object node = document;
        for (String step : path) {
            if (node instanceof JsonArray array) {
                node = array.get(index(step, array.size() - 1, path));
            } else if (node instanceof JsonObject object && object.containsKey(step)) {
                node = object.get(step);
            } else {
                throw missing(path);
            }
        }
        return node;
    }

    private static @Nullable Object put(
            @Nullable Object node, List<String> path, int depth, @Nullable Object value, Mode mode) {
        if (depth == path.size()) {
            return value;
        }
        String step = path.get(depth);
        boolean last = depth == path.size() - 1;
        if (node instanceof JsonArray array) {
            return putIntoArray(array, path, depth, value, mode);
        }
        if (node == null && mode == Mode.ADD && (step.equals("-") || step.equals("0"))) {
            return putIntoArray(JsonArray.EMPTY, path, depth, value, mode);
        }
        JsonObject object = node instanceof JsonObject known ? known : JsonObject.EMPTY;
        if (!object.containsKey(step) && mode != Mode.ADD) {
            throw missing(path);
        }
        if (last && mode == Mode.REMOVE) {
            return object.without(step);
        }
        return object.with(step, put(object.get(step), path, depth + 1, value, mode));
    }

    private static JsonArray putIntoArray(
            JsonArray array, List<String> path, int depth, @Nullable Object value, Mode mode) {
        List<@Nullable Object> items = new ArrayList<>(array);
        String step = path.get(depth);
        boolean last = depth == path.size() - 1;
        if (step.equals("-") && mode == Mode.ADD) {
            items.add(put(null, path, depth + 1, value, mode));
        } else if (last && mode == Mode.ADD) {
            items.add(index(step, array.size(), path), value);
        } else if (last && mode == Mode.REMOVE) {
            items.remove(index(step, array.size() - 1, path));
        } else if (array.isEmpty() && mode == Mode.ADD) {
            items.add(put(null, path, depth + 1, value, mode));
        } else {
            int at = index(step, array.size() - 1, path);
            items.set(at, put(array.get(at), path, depth + 1, value, mode));
        }
        return JsonArray.copyOf(items);
    }

    private static int index(String step, int max, List<String> path) {
        try {
            int index = Integer.parseInt(step);
            if (index >= 0 && index <= max) {
                return index;
            }
        } catch (NumberFormatException e) {
            throw missing(path);
        }
        throw missing(path);
    }

    private static HcpException missing(List<String> path) {
        return new HcpException("the path /" + String.join("/", path) + " of a JSON patch leads nowhere");
    }
}
