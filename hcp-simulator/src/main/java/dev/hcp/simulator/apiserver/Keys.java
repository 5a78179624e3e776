package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.catalogue.Resource;

/** Where an object is in its collection: namespace and name, as in etcd. */
final class Keys {
    private Keys() {}

    static String of(Resource resource, String namespace, String name) {
        return resource.namespaced() ? namespace + "/" + name : name;
    }

    /** The prefix of a namespace's keys; empty for all namespaces and for cluster scope. */
    static String prefix(Resource resource, String namespace) {
        return resource.namespaced() && !namespace.isEmpty() ? namespace + "/" : "";
    }
}
