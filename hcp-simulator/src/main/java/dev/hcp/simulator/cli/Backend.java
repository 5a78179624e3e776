package dev.hcp.simulator.cli;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import dev.hcp.simulator.transport.http.HttpApiServer;
import java.time.Instant;

/**
 * What is served.
 *
 * @param objects the store of the management cluster
 * @param apis the API servers
 */
record Backend(Objects objects, ServedApis apis) {
    private static final String MANAGER = "hcp-sim";

    static Backend start(boolean empty, long seed, double speed, HttpApiServer server) {
        ApiServer api = new ApiServer(ApiServerOptions.of(Instant::now, Identifiers.seeded(seed)));
        return new Backend(api.objects(), new ServedApis(api, GuestApis.NONE));
    }

    /** Creates a custom resource definition, or replaces the one that is there. */
    void install(JsonObject definition) {
        ResourceType type = objects.resource("apiextensions.k8s.io/v1", "CustomResourceDefinition");
        String name = String.valueOf(definition.text("metadata", "name"));
        if (objects.get(type, "", name).isEmpty()) {
            objects.create(type, definition, MANAGER);
        } else {
            objects.apply(type, null, definition, true, MANAGER);
        }
    }
}
