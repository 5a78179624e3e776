package dev.hcp.reconcilers;

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

    /** {@code namespace/name}, or the bare name for cluster-scoped objects. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
