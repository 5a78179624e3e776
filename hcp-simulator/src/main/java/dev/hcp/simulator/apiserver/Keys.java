package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import org.jspecify.annotations.Nullable;

/** Where an object is in its collection: namespace and name, as in etcd. */
final class Keys {
    private Keys() {}

    static String of(Resource resource, String namespace, String name) {
        return resource.namespaced() ? namespace + "/" + name : name;
    }

    /** An object as it is now, or null. */
    static @Nullable StoredObject find(Store store, Resource resource, String namespace, String name) {
        return store.collection(resource.storageId()).get(resource.namespaced() ? namespace : "", name);
    }

    /** The scope of a namespace's keys; empty for all namespaces and for cluster scope. */
    static String prefix(Resource resource, String namespace) {
        return resource.namespaced() && !namespace.isEmpty() ? namespace + "/" : "";
    }

    /**
     * The scope that a read is about: one object where its key is known, else its namespace.
     *
     * @param name the only name that is of interest, or null
     */
    static String scope(Resource resource, String namespace, @Nullable String name) {
        return name != null && !name.isEmpty() && (!resource.namespaced() || !namespace.isEmpty())
                ? of(resource, namespace, name)
                : prefix(resource, namespace);
    }
}
