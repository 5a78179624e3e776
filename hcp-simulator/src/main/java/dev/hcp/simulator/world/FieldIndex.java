package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds objects by a text in them, such as node pools by {@code spec.clusterName}. A kind and path are indexed from the
 * first time somebody asks.
 *
 * <p>Thread-safe: commits come on the threads of their writers.
 */
public final class FieldIndex {
    private final Objects objects;
    private final Map<String, List<Path>> paths = new HashMap<>();

    /** The objects of one kind by the text at one path: namespace and name, in order. */
    private record Path(ResourceType type, String[] path, Map<String, TreeMap<String, ObjectKey>> keys) {
        void put(JsonObject object) {
            String text = object.text(path);
            if (text != null) {
                ObjectKey key = ObjectKey.of(object);
                keys.computeIfAbsent(text, absent -> new TreeMap<>()).put(position(key), key);
            }
        }

        void remove(JsonObject object) {
            TreeMap<String, ObjectKey> equal = keys.get(object.text(path));
            if (equal != null) {
                equal.remove(position(ObjectKey.of(object)));
                if (equal.isEmpty()) {
                    keys.remove(object.text(path));
                }
            }
        }

        private static String position(ObjectKey key) {
            return key.namespace() + "\0" + key.name();
        }
    }

    /** An index of the objects of one API server. */
    public FieldIndex(Objects objects) {
        this.objects = objects;
        objects.onChange(this::changed);
    }

    private synchronized void changed(Objects.Change change) {
        List<Path> indexed = paths.get(id(change.type()));
        if (indexed == null) {
            return;
        }
        JsonObject before = change.before();
        JsonObject after = change.after();
        for (Path path : indexed) {
            if (before != null && after != null && sameText(path, before, after)) {
                continue;
            }
            if (before != null) {
                path.remove(before);
            }
            if (after != null) {
                path.put(after);
            }
        }
    }

    private static boolean sameText(Path path, JsonObject before, JsonObject after) {
        return java.util.Objects.equals(before.text(path.path()), after.text(path.path()));
    }

    private static String id(ResourceType type) {
        return type.group() + "/" + type.plural();
    }

    /** The objects of a namespace, or of all when it is the empty string, with a text at a path, by namespace and name. */
    public List<JsonObject> find(ResourceType type, String namespace, String text, String... path) {
        List<JsonObject> found = new ArrayList<>();
        for (ObjectKey key : keys(type, text, path)) {
            if (namespace.isEmpty() || namespace.equals(key.namespace())) {
                objects.get(type, key.namespace(), key.name()).ifPresent(found::add);
            }
        }
        return found;
    }

    private synchronized Collection<ObjectKey> keys(ResourceType type, String text, String... path) {
        List<Path> indexed = paths.computeIfAbsent(id(type), absent -> new ArrayList<>(1));
        @Nullable Path match = null;
        for (Path each : indexed) {
            if (Arrays.equals(each.path(), path)) {
                match = each;
            }
        }
        if (match == null) {
            match = new Path(type, path.clone(), new HashMap<>());
            indexed.add(match);
            objects.list(type, "").forEach(match::put);
        }
        TreeMap<String, ObjectKey> equal = match.keys().get(text);
        return equal == null ? List.of() : List.copyOf(equal.values());
    }
}
