package dev.hcp.reconcilers.operator;

import static dev.hcp.reconcilers.operator.ObjectFigures.since;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Labels;
import dev.hcp.reconcilers.ObjectKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** Meters of hosted clusters, with HyperShift's names. Used under the lock of {@link HypershiftMeters}. */
final class ClusterMeters {
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Counts clusters;
    private final Counts failures;
    private final Counts identityProviders;
    private final Transitions transitions;
    private final Map<ObjectKey, Known> known = new HashMap<>();
    private final Map<ObjectKey, Map<ObjectKey, PoolFigures>> pools = new HashMap<>();
    private final Map<ObjectKey, Set<ObjectKey>> byTrustBundle = new HashMap<>();
    /** When trust bundles expire, of all ConfigMaps that could be one. */
    private final Map<ObjectKey, Optional<Instant>> bundles = new HashMap<>();

    /** What a pool adds to its cluster: its processors, or why they are not known. */
    record PoolFigures(long processors, String unknown) {}

    private static final class Known {
        private final String uid;
        private final Gauges gauges;
        private JsonObject cluster = JsonObject.EMPTY;
        private boolean wasAvailable;
        private Optional<ObjectKey> trustBundle = Optional.empty();

        Known(String uid, Gauges gauges) {
            this.uid = uid;
            this.gauges = gauges;
        }
    }

    ClusterMeters(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        clusters = new Counts(registry, "hypershift_hostedclusters", "Number of HostedClusters by platform");
        failures = new Counts(
                registry,
                "hypershift_hostedclusters_failure_conditions",
                "Number of HostedClusters by platform with a condition that is not as in a healthy cluster");
        identityProviders = new Counts(
                registry, "hypershift_cluster_identity_providers", "Number of identity providers by their type");
        transitions = new Transitions(
                registry,
                "hypershift_hosted_cluster_transition_seconds",
                "Seconds from the creation of HostedClusters until a condition became true",
                List.of(
                        ConditionTypes.ETCD_AVAILABLE,
                        ConditionTypes.INFRASTRUCTURE_READY,
                        ConditionTypes.EXTERNAL_DNS_REACHABLE),
                clock.instant());
    }

    void mapChanged(ObjectKey key, Optional<JsonObject> map) {
        String bundle = map.map(found -> found.text("data", "ca-bundle.crt")).orElse(null);
        if (bundle == null) {
            bundles.remove(key);
        } else {
            bundles.put(key, TrustBundle.expiry(bundle));
        }
        for (ObjectKey cluster : byTrustBundle.getOrDefault(key, Set.of())) {
            show(cluster);
        }
    }

    void poolChanged(ObjectKey pool, ObjectKey cluster, Optional<PoolFigures> figures) {
        Map<ObjectKey, PoolFigures> ofCluster = pools.computeIfAbsent(cluster, unknown -> new HashMap<>());
        if (figures.isPresent()) {
            ofCluster.put(pool, figures.get());
        } else {
            ofCluster.remove(pool);
        }
        if (ofCluster.isEmpty()) {
            pools.remove(cluster);
        }
        show(cluster);
    }

    /** The identifier of a cluster; empty while it has none. */
    String idOf(ObjectKey cluster) {
        Known found = known.get(cluster);
        return found == null ? "" : ObjectFigures.text(found.cluster.text("spec", "clusterID"));
    }

    void changed(ObjectKey key, Optional<JsonObject> cluster) {
        Known before = known.get(key);
        String uid = cluster.map(found -> ObjectFigures.text(found.text("metadata", "uid")))
                .orElse("");
        if (before != null && !before.uid.equals(uid)) {
            forget(key, before);
        }
        if (cluster.isEmpty()) {
            return;
        }
        Known now = known.computeIfAbsent(key, unknown -> new Known(uid, new Gauges(registry)));
        now.cluster = cluster.get();
        now.wasAvailable |= ObjectFigures.isTrue(now.cluster, ConditionTypes.AVAILABLE);
        refer(key, now, trustBundle(key, now.cluster));
        count(key, now.cluster);
        transitions.changed(uid, now.cluster, Tags.empty());
        show(key);
    }

    private void forget(ObjectKey key, Known gone) {
        known.remove(key);
        refer(key, gone, Optional.empty());
        clusters.set(key, List.of());
        failures.set(key, List.of());
        identityProviders.set(key, List.of());
        transitions.gone(gone.uid);
        gone.gauges.now().apply();
    }

    private void refer(ObjectKey key, Known cluster, Optional<ObjectKey> trustBundle) {
        cluster.trustBundle.ifPresent(map -> byTrustBundle.computeIfPresent(
                map, (name, users) -> users.remove(key) && users.isEmpty() ? null : users));
        cluster.trustBundle = trustBundle;
        trustBundle.ifPresent(map ->
                byTrustBundle.computeIfAbsent(map, unknown -> new HashSet<>()).add(key));
    }

    private static Optional<ObjectKey> trustBundle(ObjectKey cluster, JsonObject tree) {
        return Optional.ofNullable(tree.text("spec", "configuration", "proxy", "trustedCA", "name"))
                .filter(name -> !name.isEmpty())
                .map(name -> new ObjectKey(cluster.namespace(), name));
    }

    private void count(ObjectKey key, JsonObject cluster) {
        Tags platform = Tags.of("platform", platform(cluster));
        clusters.set(key, List.of(platform));
        failures.set(
                key,
                HealthyConditions.ofCluster(cluster).stream()
                        .map(failure -> platform.and("condition", failure))
                        .toList());
        List<Tags> providers = new ArrayList<>();
        for (Object item : cluster.array("spec", "configuration", "oauth", "identityProviders")) {
            if (item instanceof JsonObject provider) {
                providers.add(Tags.of("identity_provider", ObjectFigures.text(provider.text("type"))));
            }
        }
        identityProviders.set(key, providers);
    }

    private static String platform(JsonObject cluster) {
        return ObjectFigures.text(cluster.text("spec", "platform", "type"));
    }

    private void show(ObjectKey key) {
        Known cluster = known.get(key);
        if (cluster == null) {
            return;
        }
        JsonObject tree = cluster.cluster;
        Tags tags = Tags.of(
                "namespace",
                key.namespace(),
                "name",
                key.name(),
                "_id",
                ObjectFigures.text(tree.text("spec", "clusterID")),
                "platform",
                platform(tree));
        Gauges.Now now = cluster.gauges.now();
        progress(now, tags, cluster);
        deletion(now, tags, tree);
        marks(now, tags, tree);
        proxy(now, tags, tree, cluster.trustBundle);
        ofPools(now, tags, pools.getOrDefault(key, Map.of()));
        now.apply();
    }

    private void progress(Gauges.Now now, Tags tags, Known cluster) {
        JsonObject tree = cluster.cluster;
        JsonArray history = tree.array("status", "version", "history");
        JsonObject newest = !history.isEmpty() && history.get(0) instanceof JsonObject first ? first : JsonObject.EMPTY;
        String previous = "";
        for (Object item : history) {
            if (previous.isEmpty() && item instanceof JsonObject entry && "Completed".equals(entry.text("state"))) {
                previous = ObjectFigures.text(entry.text("version"));
            }
        }
        Instant created = ObjectFigures.created(tree);
        if (previous.isEmpty()) {
            now.set(
                    "hypershift_cluster_initial_rolling_out_duration_seconds",
                    "Seconds since the creation of a HostedCluster whose first version is not rolled out yet",
                    tags,
                    since(created, clock));
            if (!cluster.wasAvailable) {
                now.set(
                        "hypershift_cluster_waiting_initial_avaibility_duration_seconds",
                        "Seconds since the creation of a HostedCluster that has not been available yet",
                        tags,
                        since(created, clock));
            }
        } else if ("Partial".equals(newest.text("state"))) {
            now.set(
                    "hypershift_cluster_upgrading_duration_seconds",
                    "Seconds since the upgrade of a HostedCluster began that has not ended yet",
                    tags.and("previous_version", previous, "new_version", ObjectFigures.text(newest.text("version"))),
                    since(ObjectFigures.time(newest.text("startedTime")), clock));
        }
    }

    private void deletion(Gauges.Now now, Tags tags, JsonObject tree) {
        String deleted = tree.text("metadata", "deletionTimestamp");
        if (deleted == null) {
            return;
        }
        Instant start = ObjectFigures.time(deleted);
        now.set(
                "hypershift_cluster_deleting_duration_seconds",
                "Seconds since the deletion of a HostedCluster was requested that is still there",
                tags,
                since(start, clock));
        if (!ObjectFigures.isTrue(tree, ConditionTypes.CLOUD_RESOURCES_DESTROYED)) {
            now.set(
                    "hypershift_cluster_guest_cloud_resources_deleting_duration_seconds",
                    "Seconds since the deletion of a HostedCluster was requested whose cloud resources are still there",
                    tags,
                    since(start, clock));
        }
    }

    private static void marks(Gauges.Now now, Tags tags, JsonObject tree) {
        now.set(
                "hypershift_cluster_limited_support_enabled",
                "1 for a HostedCluster with limited support, else 0",
                tags,
                flag("true".equals(tree.text("metadata", "labels", Labels.LIMITED_SUPPORT))));
        now.set(
                "hypershift_cluster_silence_alerts",
                "1 for a HostedCluster whose alerts are silenced, else 0",
                tags,
                flag("true".equals(tree.text("metadata", "labels", Labels.SILENCE_CLUSTER_ALERTS))));
        if (platform(tree).equals("AWS")) {
            String trusted = ObjectFigures.condition(tree, ConditionTypes.VALID_AWS_IDENTITY_PROVIDER)
                    .text("status");
            now.set(
                    "hypershift_cluster_invalid_aws_creds",
                    "1 for a HostedCluster whose tokens AWS does not trust, else 0",
                    tags,
                    flag("False".equals(trusted)));
        }
    }

    private static DoubleSupplier flag(boolean set) {
        double value = set ? 1 : 0;
        return () -> value;
    }

    private void proxy(Gauges.Now now, Tags tags, JsonObject tree, Optional<ObjectKey> trustBundle) {
        JsonObject proxy = tree.object("spec", "configuration", "proxy");
        boolean http = !ObjectFigures.text(proxy.text("httpProxy")).isEmpty();
        boolean https = !ObjectFigures.text(proxy.text("httpsProxy")).isEmpty();
        now.set(
                "hypershift_cluster_proxy",
                "1 for a HostedCluster with a proxy, else 0; the labels tell which of its settings there are",
                tags.and(
                        "proxy_http",
                        http ? "1" : "0",
                        "proxy_https",
                        https ? "1" : "0",
                        "proxy_trusted_ca",
                        trustBundle.isPresent() ? "1" : "0"),
                flag(http || https || trustBundle.isPresent()));
        if (trustBundle.isEmpty()) {
            return;
        }
        Optional<Instant> expiry = bundles.getOrDefault(trustBundle.get(), Optional.empty());
        now.set(
                "hypershift_cluster_proxy_ca_valid",
                "1 for a HostedCluster whose proxy's trust bundle can be read and has not expired, else 0",
                tags,
                () -> expiry.isPresent() && clock.instant().isBefore(expiry.get()) ? 1 : 0);
        expiry.ifPresent(end -> now.set(
                "hypershift_cluster_proxy_ca_expiry_timestamp",
                "When the first certificate of the proxy's trust bundle expires, in seconds since 1970",
                tags,
                end::getEpochSecond));
    }

    private static void ofPools(Gauges.Now now, Tags tags, Map<ObjectKey, PoolFigures> figures) {
        int count = figures.size();
        now.set("hypershift_hostedcluster_nodepools", "Number of NodePools of a HostedCluster", tags, () -> count);
        String unknown = figures.values().stream()
                .map(PoolFigures::unknown)
                .filter(reason -> !reason.isEmpty())
                .sorted()
                .findFirst()
                .orElse("");
        long sum = figures.values().stream().mapToLong(PoolFigures::processors).sum();
        now.set(
                "hypershift_cluster_vcpus",
                "Number of virtual processors of a HostedCluster's nodes; -1 when it is not known",
                tags,
                () -> unknown.isEmpty() ? sum : -1);
        if (!unknown.isEmpty()) {
            now.set(
                    "hypershift_cluster_vcpus_computation_error",
                    "There while the number of virtual processors is not known, with the reason",
                    tags.and("reason", unknown),
                    () -> 1);
        }
    }
}
