package dev.hcp.simulator.apiserver.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a collection as they are now, by namespace and name, so that who knows both need not make a key of them.
 * What has no namespace is in the empty one. Written under the store's lock; read without one.
 */
final class Lookup {
    private static final int FEW = 4;

    private final ConcurrentMap<String, ConcurrentMap<String, StoredObject>> namespaces = new ConcurrentHashMap<>();

    Lookup(Map<String, StoredObject> objects) {
        objects.forEach(this::put);
    }

    private static String namespace(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? "" : key.substring(0, slash);
    }

    private static String name(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    @Nullable
    StoredObject get(String key) {
        return get(namespace(key), name(key));
    }

    @Nullable
    StoredObject get(String namespace, String name) {
        ConcurrentMap<String, StoredObject> objects = namespaces.get(namespace);
        return objects == null ? null : objects.get(name);
    }

    void put(String key, StoredObject object) {
        namespaces
                .computeIfAbsent(namespace(key), absent -> new ConcurrentHashMap<>(FEW))
                .put(name(key), object);
    }

    void remove(String key) {
        String namespace = namespace(key);
        ConcurrentMap<String, StoredObject> objects = namespaces.get(namespace);
        if (objects != null) {
            objects.remove(name(key));
            if (objects.isEmpty()) {
                namespaces.remove(namespace);
            }
        }
    }
}
