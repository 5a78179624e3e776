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
        for (JsonObject existing : state.configMaps()) {
            JsonObject labels = existing.object("metadata", "labels");
            ObjectKey key = ObjectKey.of(existing);
            if (state.key.name().equals(labels.text(Labels.NODE_POOL))
                    && labels.containsKey(label)
                    && !wanted.containsKey(key.name())) {
                state.pass.delete(ConfigMap.class, key);
            }
        }
        wanted.values().forEach(tree -> state.pass.apply(ConfigMap.class, tree));
    }
}
