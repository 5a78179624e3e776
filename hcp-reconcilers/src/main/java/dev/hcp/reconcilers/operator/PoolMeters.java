package dev.hcp.reconcilers.operator;

import static dev.hcp.reconcilers.operator.ObjectFigures.since;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.reconcilers.ObjectKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Meters of node pools, with HyperShift's names. Used under the lock of {@link HypershiftMeters}. */
final class PoolMeters {
    private static final long DEFAULT_CORES = 2;

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final ClusterMeters clusters;
    private final Counts pools;
    private final Counts failures;
    private final Transitions transitions;
    private final Map<ObjectKey, Known> known = new HashMap<>();

    private final Map<ObjectKey, Set<ObjectKey>> byCluster = new HashMap<>();

    private static final class Known {
        private final String uid;
        private final ObjectKey cluster;
        private final Gauges gauges;
        private JsonObject pool = JsonObject.EMPTY;

        Known(String uid, ObjectKey cluster, Gauges gauges) {
            this.uid = uid;
            this.cluster = cluster;
            this.gauges = gauges;
        }
    }

    PoolMeters(MeterRegistry registry, InstantSource clock, ClusterMeters clusters) {
        this.registry = registry;
        this.clock = clock;
        this.clusters = clusters;
        pools = new Counts(registry, "hypershift_nodepools", "Number of NodePools by platform");
        failures = new Counts(
                registry,
                "hypershift_nodepools_failure_conditions",
                "Number of NodePools by platform with a condition that is not as in a healthy pool");
        transitions = new Transitions(
                registry,
                "hypershift_nodepools_transition_seconds",
                "Seconds from the creation of NodePools until a condition became true, by platform",
                List.of(
                        ConditionTypes.REACHED_IGNITION_ENDPOINT,
                        ConditionTypes.ALL_MACHINES_READY,
                        ConditionTypes.ALL_NODES_HEALTHY),
                clock.instant());
    }

    void changed(ObjectKey key, Optional<JsonObject> pool) {
        Known before = known.get(key);
        String uid = pool.map(found -> ObjectFigures.text(found.text("metadata", "uid")))
                .orElse("");
        if (before != null && !before.uid.equals(uid)) {
            forget(key, before);
        }
        if (pool.isEmpty()) {
            return;
        }
        JsonObject tree = pool.get();
        ObjectKey cluster = new ObjectKey(key.namespace(), ObjectFigures.text(tree.text("spec", "clusterName")));
        Known now = known.computeIfAbsent(key, unknown -> new Known(uid, cluster, new Gauges(registry)));
        now.pool = tree;
        byCluster.computeIfAbsent(cluster, unknown -> new HashSet<>()).add(key);
        Tags platform = Tags.of("platform", platform(tree));
        pools.set(key, List.of(platform));
        failures.set(
                key,
                HealthyConditions.ofPool(tree).stream()
                        .map(failure -> platform.and("condition", failure))
                        .toList());
        transitions.changed(uid, tree, platform);
        show(key, now);
        clusters.poolChanged(key, cluster, Optional.of(figures(tree)));
    }

    /** The identifier of a cluster has changed, which its pools are labelled with. */
    void clusterChanged(ObjectKey cluster) {
        for (ObjectKey pool : byCluster.getOrDefault(cluster, Set.of())) {
            show(pool, Objects.requireNonNull(known.get(pool)));
        }
    }

    private void forget(ObjectKey key, Known gone) {
        known.remove(key);
        byCluster.computeIfPresent(gone.cluster, (cluster, all) -> all.remove(key) && all.isEmpty() ? null : all);
        pools.set(key, List.of());
        failures.set(key, List.of());
        transitions.gone(gone.uid);
        gone.gauges.now().apply();
        clusters.poolChanged(key, gone.cluster, Optional.empty());
    }

    private static String platform(JsonObject pool) {
        return ObjectFigures.text(pool.text("spec", "platform", "type"));
    }

    private void show(ObjectKey key, Known pool) {
        JsonObject tree = pool.pool;
        Gauges.Now now = pool.gauges.now();
        Tags tags = Tags.of(
                "namespace",
                key.namespace(),
                "name",
                key.name(),
                "_id",
                clusters.idOf(pool.cluster),
                "cluster_name",
                pool.cluster.name(),
                "platform",
                platform(tree));
        long available = tree.integer(0, "status", "replicas");
        if (tree.at("spec", "replicas") != null) {
            long size = tree.integer(0, "spec", "replicas");
            now.set("hypershift_nodepools_size", "Number of nodes that a NodePool shall have", tags, () -> size);
        }
        now.set(
                "hypershift_nodepools_available_replicas",
                "Number of nodes of a NodePool that are available",
                tags,
                () -> available);
        if (ObjectFigures.text(tree.text("status", "version")).isEmpty()) {
            now.set(
                    "hypershift_nodepools_initial_rolling_out_duration_seconds",
                    "Seconds since the creation of a NodePool whose nodes have not all been there yet",
                    tags,
                    since(ObjectFigures.created(tree), clock));
        }
        String deleted = tree.text("metadata", "deletionTimestamp");
        if (deleted != null) {
            now.set(
                    "hypershift_nodepools_deleting_duration_seconds",
                    "Seconds since the deletion of a NodePool was requested that is still there",
                    tags,
                    since(ObjectFigures.time(deleted), clock));
        }
        now.apply();
    }

    /** Its nodes' processors. Those of machine types in clouds are not known here. */
    private static ClusterMeters.PoolFigures figures(JsonObject pool) {
        if (!platform(pool).equals("KubeVirt")) {
            return new ClusterMeters.PoolFigures(
                    0, platform(pool).equals("AWS") ? "instance type not known" : "unsupported platform");
        }
        long cores = pool.integer(DEFAULT_CORES, "spec", "platform", "kubevirt", "compute", "cores");
        return new ClusterMeters.PoolFigures(cores * pool.integer(0, "status", "replicas"), "");
    }
}
