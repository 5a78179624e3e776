package dev.hcp.platforms;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * An object that is being deleted and whose controller can no longer finish it.
 *
 * @param object the object
 * @param finalizers those of its finalizers that shall be dropped
 */
public record Orphan(HasMetadata object, List<String> finalizers) {
    public Orphan {
        finalizers = List.copyOf(finalizers);
    }
}
