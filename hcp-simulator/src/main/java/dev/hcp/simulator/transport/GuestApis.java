package dev.hcp.simulator.transport;

import dev.hcp.simulator.apiserver.ApiHandler;
import java.util.Optional;

/**
 * The API servers of the hosted clusters, looked up anew for every request, for they come and go.
 *
 * <p>Thread-safe and quick: called on the threads of transports.
 */
public interface GuestApis {
    /** No hosted cluster has an API server. */
    GuestApis NONE = new GuestApis() {
        @Override
        public Optional<ApiHandler> find(String namespace, String name) {
            return Optional.empty();
        }

        @Override
        public boolean accepts(String namespace, String name, String token) {
            return false;
        }
    };

    /**
     * The API server of a hosted cluster, while it is up.
     *
     * @param namespace namespace of the HostedCluster
     * @param name name of the HostedCluster
     */
    Optional<ApiHandler> find(String namespace, String name);

    /** Whether a bearer token authenticates at that API server. Transports without authentication do not ask. */
    boolean accepts(String namespace, String name, String token);
}
