package dev.hcp.simulator.world;

import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.apiserver.Objects;

/** Makes the API servers of hosted clusters. */
@FunctionalInterface
public interface GuestApiServers {
    /**
     * A new API server without custom objects.
     *
     * @param name name of the server
     */
    GuestApi create(String name);

    /**
     * An API server of a hosted cluster.
     *
     * @param objects its objects
     * @param handler answers requests of clients
     */
    record GuestApi(Objects objects, ApiHandler handler) {}
}
