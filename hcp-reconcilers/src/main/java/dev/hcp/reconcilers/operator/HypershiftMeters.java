package dev.hcp.reconcilers.operator;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * HyperShift's meters, kept up to date by changes: each costs its own object alone. What grows with time, such as how long
 * a deletion takes, is computed when it is read. Thread-safe.
 */
final class HypershiftMeters {
    private final ClusterMeters clusters;
    private final PoolMeters pools;

    HypershiftMeters(MeterRegistry registry, InstantSource clock) {
        clusters = new ClusterMeters(registry, clock);
        pools = new PoolMeters(registry, clock, clusters);
    }

    /** Meters of all clusters and pools that a cache knows, from now on. */
    static void follow(ClusterCache cache, MeterRegistry registry, InstantSource clock) {
        HypershiftMeters meters = new HypershiftMeters(registry, clock);
        // Trust bundles are found from the clusters that refer to them, so they are known first.
        meters.follow(cache, ConfigMap.class, meters::mapChanged);
        meters.follow(cache, HostedCluster.class, meters::clusterChanged);
        meters.follow(cache, NodePool.class, meters::poolChanged);
    }

    synchronized void mapChanged(ObjectKey key, Optional<JsonObject> map) {
        clusters.mapChanged(key, map);
    }

    synchronized void poolChanged(ObjectKey key, Optional<JsonObject> pool) {
        pools.changed(key, pool);
    }

    synchronized void clusterChanged(ObjectKey key, Optional<JsonObject> cluster) {
        String before = clusters.idOf(key);
        clusters.changed(key, cluster);
        if (!before.equals(clusters.idOf(key))) {
            pools.clusterChanged(key);
        }
    }

    private void follow(
            ClusterCache cache,
            Class<? extends HasMetadata> type,
            BiConsumer<ObjectKey, Optional<JsonObject>> changed) {
        cache.of(type).ifPresent(kind -> {
            Consumer<JsonObject> look = object -> {
                ObjectKey key = ObjectKey.of(object);
                // As it is by now: of two changes at once either sees the last.
                synchronized (this) {
                    changed.accept(key, kind.seen(key));
                }
            };
            kind.listen(look);
            kind.trees("").forEach(look);
        });
    }
}
