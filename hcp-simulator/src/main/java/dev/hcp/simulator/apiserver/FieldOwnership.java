package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import org.jspecify.annotations.Nullable;

/** Keeps {@code metadata.managedFields}. */
final class FieldOwnership {
    JsonObject created(
            Resource resource, JsonObject object, @Nullable JsonObject applied, WriteContext context, String now) {
        return object;
    }

    JsonObject updated(
            Resource resource,
            @Nullable String subresource,
            JsonObject object,
            JsonObject old,
            @Nullable JsonObject applied,
            WriteContext context,
            String now) {
        return object;
    }
}
