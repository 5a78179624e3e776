package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets of field paths in the very form in which {@code managedFields} holds them (FieldsV1), so that nothing is parsed or
 * printed: a node is in the set when it is empty or has the key {@code "."}; its other keys are the steps below it. The
 * root itself is never in a set, so the empty object is the empty set.
 */
public final class FieldSets {
    private static final String SELF = ".";

    private FieldSets() {}

    private static boolean isMember(JsonObject node) {
        return node.isEmpty() || node.containsKey(SELF);
    }

    private static boolean hasChildren(JsonObject node) {
        return node.size() > (node.containsKey(SELF) ? 1 : 0);
    }

    /** The node with a membership and children; null when it holds neither. */
    private static @Nullable JsonObject node(boolean member, JsonObject.Builder children, int count) {
        if (count == 0) {
            return member ? JsonObject.EMPTY : null;
        }
        return member ? children.put(SELF, JsonObject.EMPTY).build() : children.build();
    }

    /** The paths of both. */
    public static JsonObject union(JsonObject a, JsonObject b) {
        if (a.isEmpty() || a == b) {
            return b;
        }
        return b.isEmpty() ? a : unionNodes(a, b);
    }

    @SuppressWarnings("ReferenceEquality") // equal nodes are mostly one instance; others are looked into
    private static JsonObject unionNodes(JsonObject a, JsonObject b) {
        if (a == b || covers(a, b)) {
            return a;
        }
        if (covers(b, a)) {
            return b;
        }
        boolean member = isMember(a) || isMember(b);
        JsonObject.Builder children = JsonObject.builder(a.size() + b.size());
        int count = 0;
        for (int i = 0; i < a.size(); i++) {
            String step = a.keyAt(i);
            if (!step.equals(SELF)) {
                JsonObject mine = child(a, i);
                children.put(step, b.get(step) instanceof JsonObject theirs ? unionNodes(mine, theirs) : mine);
                count++;
            }
        }
        for (int i = 0; i < b.size(); i++) {
            String step = b.keyAt(i);
            if (!step.equals(SELF) && !a.containsKey(step)) {
                children.put(step, child(b, i));
                count++;
            }
        }
        JsonObject result = node(member, children, count);
        return result == null ? JsonObject.EMPTY : result;
    }

    /** Whether a node has all that another has. */
    @SuppressWarnings("ReferenceEquality") // equal nodes are mostly one instance; others are looked into
    private static boolean covers(JsonObject node, JsonObject other) {
        if (node == other) {
            return true;
        }
        if ((isMember(other) && !isMember(node)) || other.size() > node.size() + 1) {
            return false;
        }
        for (int i = 0; i < other.size(); i++) {
            String step = other.keyAt(i);
            if (!step.equals(SELF) && !(node.get(step) instanceof JsonObject mine && covers(mine, child(other, i)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether all paths of a set are in another. */
    public static boolean contains(JsonObject set, JsonObject other) {
        return other.isEmpty() || covers(set, other);
    }

    private static JsonObject child(JsonObject node, int index) {
        return node.valueAt(index) instanceof JsonObject child ? child : JsonObject.EMPTY;
    }

    /** The paths of the first that are not in the second. */
    public static JsonObject difference(JsonObject a, JsonObject b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a;
        }
        JsonObject result = differenceOfNodes(a, b, false);
        return result == null ? JsonObject.EMPTY : result;
    }

    @SuppressWarnings("ReferenceEquality") // what is kept as it is is the same instance
    private static @Nullable JsonObject differenceOfNodes(JsonObject a, JsonObject b, boolean member) {
        JsonObject.@Nullable Builder children = null;
        int count = 0;
        for (int i = 0; i < a.size(); i++) {
            String step = a.keyAt(i);
            if (step.equals(SELF)) {
                continue;
            }
            JsonObject mine = child(a, i);
            JsonObject kept = a.counterpart(i, b) instanceof JsonObject theirs
                    ? differenceOfNodes(mine, theirs, isMember(mine) && !isMember(theirs))
                    : mine;
            if (children == null && kept != mine) {
                children = childrenBefore(a, i);
            }
            if (children != null && kept != null) {
                children.put(step, kept);
            }
            if (kept != null) {
                count++;
            }
        }
        if (children == null) {
            // Nothing below it goes; itself it may still.
            return count == 0 ? (member ? JsonObject.EMPTY : null) : member ? a : a.without(SELF);
        }
        return node(member, children, count);
    }

    /** The children of a node before a position. */
    private static JsonObject.Builder childrenBefore(JsonObject node, int end) {
        JsonObject.Builder children = JsonObject.builder(node.size());
        for (int i = 0; i < end; i++) {
            if (!node.keyAt(i).equals(SELF)) {
                children.put(node.keyAt(i), child(node, i));
            }
        }
        return children;
    }

    /** The paths that are in both. */
    public static JsonObject intersection(JsonObject a, JsonObject b) {
        if (a.isEmpty() || b.isEmpty()) {
            return JsonObject.EMPTY;
        }
        JsonObject result = intersectionOfNodes(a, b, false);
        return result == null ? JsonObject.EMPTY : result;
    }

    private static @Nullable JsonObject intersectionOfNodes(JsonObject a, JsonObject b, boolean member) {
        JsonObject.Builder children = JsonObject.builder(Math.min(a.size(), b.size()) + 1);
        int count = 0;
        for (int i = 0; i < a.size(); i++) {
            String step = a.keyAt(i);
            if (!step.equals(SELF) && b.get(step) instanceof JsonObject theirs) {
                JsonObject mine = child(a, i);
                JsonObject both = intersectionOfNodes(mine, theirs, isMember(mine) && isMember(theirs));
                if (both != null) {
                    children.put(step, both);
                    count++;
                }
            }
        }
        return node(member, children, count);
    }

    /** The set without a path and everything below it. */
    public static JsonObject without(JsonObject set, String... path) {
        JsonObject result = without(set, path, 0, false);
        return result == null ? JsonObject.EMPTY : result;
    }

    private static @Nullable JsonObject without(JsonObject node, String[] path, int depth, boolean member) {
        String step = path[depth];
        if (!(node.get(step) instanceof JsonObject child)) {
            return node;
        }
        JsonObject kept = depth == path.length - 1 ? null : without(child, path, depth + 1, isMember(child));
        JsonObject result = kept == null ? node.without(step) : node.with(step, kept);
        if (!hasChildren(result)) {
            return member ? JsonObject.EMPTY : null;
        }
        return result;
    }

    /** The set without membership of a node; what is below it stays. */
    static JsonObject withoutSelf(JsonObject set, String step) {
        if (!(set.get(step) instanceof JsonObject child)) {
            return set;
        }
        return hasChildren(child) ? set.with(step, child.without(SELF)) : set.without(step);
    }

    /** Whether a step of a node's set leads to a member. */
    static boolean has(JsonObject node, String step) {
        return node.get(step) instanceof JsonObject child && isMember(child);
    }

    /** What a set holds below a step. */
    static JsonObject below(JsonObject node, String step) {
        return node.get(step) instanceof JsonObject child && hasChildren(child) ? child : JsonObject.EMPTY;
    }

    /** The paths of a set as conflicts print them, those of a node before those below it. */
    public static List<String> paths(JsonObject set) {
        List<String> paths = new ArrayList<>();
        collect(set, "", paths);
        return paths;
    }

    private static void collect(JsonObject node, String prefix, List<String> paths) {
        List<String> steps = new ArrayList<>(node.keySet());
        steps.remove(SELF);
        steps.sort(Steps.ORDER);
        for (String step : steps) {
            if (has(node, step)) {
                paths.add(prefix + Steps.print(step));
            }
        }
        for (String step : steps) {
            JsonObject below = below(node, step);
            if (!below.isEmpty()) {
                collect(below, prefix + Steps.print(step), paths);
            }
        }
    }
}
