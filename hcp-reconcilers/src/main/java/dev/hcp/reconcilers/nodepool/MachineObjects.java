package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/** Tells Cluster API to leave an object alone, or to act on it again. */
final class MachineObjects {
    private MachineObjects() {}

    static <T extends HasMetadata> void pause(PoolState state, Class<T> type, ObjectKey key) {
        state.pass.patch(type, key, paused("true"));
    }

    static <T extends HasMetadata> void resume(PoolState state, Class<T> type, ObjectKey key) {
        boolean paused = state.pass
                .tree(type, key.namespace(), key.name())
                .map(object -> object.at("metadata", "annotations", Annotations.CAPI_PAUSED) != null)
                .orElse(false);
        if (paused) {
            state.pass.patch(type, key, paused(null));
        }
    }

    private static JsonObject paused(@Nullable String value) {
        return JsonObject.of("metadata", JsonObject.of("annotations", JsonObject.of(Annotations.CAPI_PAUSED, value)));
    }
}
