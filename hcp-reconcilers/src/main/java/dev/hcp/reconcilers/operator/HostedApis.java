package dev.hcp.reconcilers.operator;

import dev.hcp.platforms.ApiAccess;
import dev.hcp.platforms.World;
import java.util.Optional;

/** Tells how the API servers of hosted clusters are reached where their published addresses do not lead there. */
@FunctionalInterface
public interface HostedApis {
    /** They are reached at the addresses that they publish. */
    HostedApis PUBLISHED = (namespace, name) -> Optional.empty();

    /**
     * How one is reached; see {@link World#hostedApi}.
     *
     * @param namespace namespace of the HostedCluster
     * @param name name of the HostedCluster
     */
    Optional<ApiAccess> access(String namespace, String name);
}
