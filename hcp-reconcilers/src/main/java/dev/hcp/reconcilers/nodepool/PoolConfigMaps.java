package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Map;

/** The config maps that a pool has in its control plane namespace. */
final class PoolConfigMaps {
    private PoolConfigMaps() {}

    static JsonObject tree(PoolState state, String name, JsonObject labels, JsonObject data) {
        return JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                JsonObject.of(
                        "name",
                        name,
                        "namespace",
                        state.controlPlaneNamespace,
                        "annotations",
                        JsonObject.of(Annotations.NODE_POOL, state.key.toString()),
                        "labels",
                        labels),
                "data",
                data);
    }

    /** Applies those that shall be and deletes the pool's others with that label. */
    static void reconcile(PoolState state, String label, Map<String, JsonObject> wanted) {
        Map<String, String> selector = Map.of(Labels.NODE_POOL, state.key.name());
        for (ConfigMap existing : state.pass.list(ConfigMap.class, state.controlPlaneNamespace, selector)) {
            if (existing.getMetadata().getLabels().containsKey(label)
                    && !wanted.containsKey(existing.getMetadata().getName())) {
                state.pass.delete(ConfigMap.class, ObjectKey.of(existing));
            }
        }
        wanted.values().forEach(tree -> state.pass.apply(ConfigMap.class, tree));
    }
}
