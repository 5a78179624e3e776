package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.patch.MergePatch;
import org.jspecify.annotations.Nullable;

/** Server-side apply. */
final class Applies {
    private final ApiServer server;

    Applies(ApiServer server) {
        this.server = server;
    }

    Writes.Outcome apply(
            Resource resource,
            String namespace,
            String name,
            @Nullable String subresource,
            JsonObject config,
            boolean force,
            WriteContext context) {
        return server.writes()
                .update(
                        resource,
                        namespace,
                        name,
                        subresource,
                        live -> live == null
                                ? server.decoding().tree(resource, config, context)
                                : server.decoding().tree(resource, MergePatch.apply(live, config), context),
                        config,
                        true,
                        context);
    }
}
