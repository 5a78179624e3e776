package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Namespace and name of an object.
 *
 * @param namespace the namespace; empty for cluster-scoped objects
 * @param name the name
 */
public record ObjectKey(String namespace, String name) {
    /** The key of an object. */
    public static ObjectKey of(HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        return new ObjectKey(
                namespace == null ? "" : namespace, object.getMetadata().getName());
    }

    /** The key of an object given as a tree. */
    public static ObjectKey of(JsonObject object) {
        String namespace = object.text("metadata", "namespace");
        String name = object.text("metadata", "name");
        if (name == null) {
            throw new IllegalArgumentException("a " + object.text("kind") + " without metadata.name has no key");
        }
        return new ObjectKey(namespace == null ? "" : namespace, name);
    }

    /** {@code namespace/name}, or the bare name for cluster-scoped objects. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
