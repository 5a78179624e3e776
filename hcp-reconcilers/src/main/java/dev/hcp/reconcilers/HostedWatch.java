package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;

/**
 * A kind in hosted clusters whose changes concern a reconciler.
 *
 * @param type the kind
 * @param primaries from a changed (or deleted) object to the primaries it concerns, cheaply
 * @param <T> the kind
 */
public record HostedWatch<T extends HasMetadata>(Class<T> type, Primaries primaries) {
    /** Finds the primaries that a change in a hosted cluster concerns. */
    @FunctionalInterface
    public interface Primaries {
        /**
         * The primaries of an object in a hosted cluster.
         *
         * @param controlPlaneNamespace the namespace that the cluster's control plane runs in
         * @param world the management cluster
         */
        Collection<ObjectKey> of(String controlPlaneNamespace, JsonObject object, World world);
    }
}
