package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.capi.Cluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import dev.hcp.api.validation.HostedClusterChecks;
import dev.hcp.api.value.GoDuration;
import dev.hcp.platforms.ClusterDefaults;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.PlatformProviders;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The HyperShift operator's controller of HostedClusters: keeps a control plane namespace with all that the control plane
 * needs from outside, and reports in the cluster's status what the control plane says of itself.
 *
 * <p>Use one instance for one management cluster. Thread-safe.
 */
public final class HostedClusterReconciler implements Reconciler<HostedCluster> {
    private final PlatformProviders platforms;
    private final Memory memory = new Memory();
    private final Memory specifications = new Memory();

    /**
     * @param platforms the platforms that clusters may be on
     */
    public HostedClusterReconciler(PlatformProviders platforms) {
        this.platforms = platforms;
    }

    @Override
    public String name() {
        return "hypershift-operator";
    }

    @Override
    public Class<HostedCluster> primaryType() {
        return HostedCluster.class;
    }

    @Override
    public List<Watch<?>> watches() {
        return List.of(
                Watch.annotated(HostedControlPlane.class, ClusterView.CLUSTER),
                Watch.annotated(Cluster.class, ClusterView.CLUSTER),
                Watch.annotated(Namespace.class, ClusterView.CLUSTER),
                new Watch<>(Deployment.class, HostedClusterReconciler::ofIgnitionServer),
                new Watch<>(Route.class, HostedClusterReconciler::ofIgnitionServer),
                new Watch<>(NodePool.class, (pool, world) -> ofPool(pool)));
    }

    /** The cluster whose ignition server changed; that is the control plane operator's, and so does not name it. */
    private static Collection<ObjectKey> ofIgnitionServer(JsonObject object, World world) {
        ObjectKey key = ObjectKey.of(object);
        Collection<ObjectKey> named = Watch.named(object, ClusterView.CLUSTER);
        if (!named.isEmpty() || !key.name().equals("ignition-server")) {
            return named;
        }
        for (HostedControlPlane controlPlane : world.list(HostedControlPlane.class, key.namespace())) {
            return world.tree(
                            HostedControlPlane.class,
                            key.namespace(),
                            controlPlane.getMetadata().getName())
                    .map(tree -> Watch.named(tree, ClusterView.CLUSTER))
                    .orElse(List.of());
        }
        return List.of();
    }

    private static Collection<ObjectKey> ofPool(JsonObject pool) {
        String cluster = pool.text("spec", "clusterName");
        return cluster == null
                ? List.of()
                : List.of(new ObjectKey(ObjectKey.of(pool).namespace(), cluster));
    }

    @Override
    public Plan reconcile(HostedCluster primary, World world) {
        ObjectKey key = ObjectKey.of(primary);
        Pass pass = new Pass(world, name());
        Optional<JsonObject> object = pass.tree(HostedCluster.class, key.namespace(), key.name());
        if (object.isEmpty()) {
            forget(key);
            return pass.done();
        }
        ClusterView cluster = new ClusterView(object.get());
        Optional<PlatformProvider> platform = platforms.find(cluster.platformType());
        if (platform.isEmpty()) {
            return pass.failed("no provider for platform type \"" + cluster.platformType() + "\"; there are "
                    + platforms.platformTypes());
        }
        Optional<String> gracePeriod = cluster.annotation(ClusterView.PREFIX + "destroy-grace-period");
        if (gracePeriod.isPresent() && GoDuration.of(gracePeriod.get()).parsed().isEmpty()) {
            return pass.failed("failed to parse destroy grace period duration: time: invalid duration \""
                    + gracePeriod.get() + "\"");
        }
        if (object.get().at("metadata", "deletionTimestamp") != null) {
            return new ClusterDeletion(cluster, primary, platform.get(), pass).reconcile(() -> forget(key));
        }
        ClusterDefaults defaults = platform.get().defaults(primary, pass);
        if (!defaults.isEmpty()) {
            defaults.objects().forEach(pass::createIfAbsent);
            pass.patch(HostedCluster.class, key, defaults.patch());
            return pass.done();
        }
        return reconcile(cluster, primary, platform.get(), pass);
    }

    private void forget(ObjectKey key) {
        memory.forget(key);
        specifications.forget(key);
    }

    private Plan reconcile(ClusterView cluster, HostedCluster typed, PlatformProvider platform, Pass pass) {
        Optional<JsonObject> controlPlane =
                pass.tree(HostedControlPlane.class, cluster.controlPlaneNamespace(), cluster.name());
        ClusterStatus status = new ClusterStatus(cluster, controlPlane, pass);
        Optional<String> failure;
        try {
            failure = reconcile(cluster, typed, platform, controlPlane, status, pass);
        } catch (HcpException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
        }
        report(status.conditions(), failure);
        pass.status(HostedCluster.class, status.object());
        return failure.isEmpty() ? pass.done() : pass.failed(failure.get());
    }

    private static void report(Conditions conditions, Optional<String> failure) {
        String type = "ReconciliationSucceeded";
        // The reason is misspelt in the reference; tools know it so.
        String reason = failure.isEmpty() ? "ReconciliatonSucceeded" : "ReconciliationError";
        String message = failure.orElse("Reconciliation completed successfully");
        boolean same = conditions.is(type, failure.isEmpty() ? Conditions.TRUE : Conditions.FALSE)
                && conditions.reason(type).equals(reason)
                && conditions.message(type).equals(message);
        if (same) {
            conditions.set(type, failure.isEmpty(), reason, message);
        } else {
            conditions.setAndStamp(type, failure.isEmpty(), reason, message);
        }
    }

    /** All of a pass but its report; what went wrong, if anything. */
    private Optional<String> reconcile(
            ClusterView cluster,
            HostedCluster typed,
            PlatformProvider platform,
            Optional<JsonObject> controlPlane,
            ClusterStatus status,
            Pass pass) {
        List<String> networkProblems = specifications
                .of(cluster.key(), cluster.spec())
                .remember("networks", () -> HostedClusterChecks.networks(cluster.object()));
        status.computeFromControlPlane(typed, platform, networkProblems);
        if (!status.computeIgnitionEndpoint()) {
            return Optional.empty();
        }
        status.computeEndpoints();
        boolean paused = status.computePause();
        ReleaseCheck check = new ReleaseCheck(cluster, pass);
        Optional<String> unreadable = status.computeRelease(check);
        if (unreadable.isPresent() || check.release().isEmpty()) {
            return unreadable;
        }
        ReleaseMetadata release = check.release().get();
        status.computeProgressing(release.version());
        pass.addFinalizer(HostedCluster.class, cluster.key(), ClusterView.FINALIZER);
        if (paused) {
            pass.patch(
                    HostedControlPlane.class,
                    cluster.controlPlaneKey(),
                    JsonObject.of("spec", JsonObject.of("pausedUntil", cluster.text("pausedUntil"))));
            status.requeueAtEndOfPause();
            return Optional.empty();
        }
        if (identify(cluster, pass) || isBlocked(cluster, status, release)) {
            return Optional.empty();
        }
        ControlPlaneNamespace namespace = new ControlPlaneNamespace(cluster, typed, platform, pass, memory, release);
        namespace.reconcile(controlPlane, status.conditions());
        return Optional.empty();
    }

    /** Gives the cluster its identifiers; true when it had to, and the rest is for the next pass. */
    private static boolean identify(ClusterView cluster, Pass pass) {
        String purpose = cluster.key().toString();
        JsonObject.Builder missing = JsonObject.builder(2);
        if (cluster.text("clusterID").isEmpty()) {
            missing.put("clusterID", pass.keyMaterial().uuid(purpose + "/cluster-id"));
        }
        if (cluster.infraId().isEmpty()) {
            missing.put("infraID", InfraId.of(cluster.name(), pass.keyMaterial().nameSuffix(purpose + "/infra-id", 5)));
        }
        JsonObject identifiers = missing.build();
        if (!identifiers.isEmpty()) {
            pass.patch(HostedCluster.class, cluster.key(), JsonObject.of("spec", identifiers));
        }
        return !identifiers.isEmpty();
    }

    private static boolean isBlocked(ClusterView cluster, ClusterStatus status, ReleaseMetadata release) {
        Conditions conditions = status.conditions();
        return conditions.is("ValidConfiguration", Conditions.FALSE)
                || conditions.is("SupportedHostedCluster", Conditions.FALSE)
                || conditions.is("ValidReleaseImage", Conditions.FALSE)
                || UpgradeGate.objection(cluster, status.version(), conditions, release.version())
                        .isPresent();
    }
}
