package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.capi.Cluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.aws.AwsEndpointService;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.openshift.Route;
import dev.hcp.api.validation.HostedClusterChecks;
import dev.hcp.api.value.GoDuration;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.platforms.ClusterDefaults;
import dev.hcp.platforms.Conclusion;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.PlatformProviders;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.OperatorScope;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.ReconciliationActive;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
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
    private final Memory quietParts = new Memory();

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
    public Permissions permissions() {
        return HostedClusterPermissions.ALL.and(platforms.permissions());
    }

    @Override
    public List<Watch<?>> watches() {
        return List.of(
                Watch.annotated(HostedControlPlane.class, ClusterView.CLUSTER),
                Watch.annotated(Cluster.class, ClusterView.CLUSTER),
                Watch.annotated(Namespace.class, ClusterView.CLUSTER),
                Watch.annotated(AwsEndpointService.class, ClusterView.CLUSTER),
                new Watch<>(Deployment.class, HostedClusterReconciler::ofIgnitionServer),
                new Watch<>(Route.class, HostedClusterReconciler::ofIgnitionServer),
                new Watch<>(NodePool.class, (pool, world) -> ofPool(pool)),
                SourceWatches.secrets(),
                SourceWatches.configMaps());
    }

    /** The cluster whose ignition server changed; that is the control plane operator's, and so does not name it. */
    private static Collection<ObjectKey> ofIgnitionServer(JsonObject object, World world) {
        ObjectKey key = ObjectKey.of(object);
        Collection<ObjectKey> named = Watch.named(object, ClusterView.CLUSTER);
        if (!named.isEmpty() || !key.name().equals("ignition-server")) {
            return named;
        }
        return Watch.clusterOf(key.namespace(), world);
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
        if (!OperatorScope.covers(world.managementCluster(), object.get())) {
            return pass.done();
        }
        ClusterStatus status = new ClusterStatus(object.get(), pass);
        Optional<String> failure = Optional.empty();
        try {
            reconcile(new ClusterView(object.get()), primary, status, pass);
        } catch (HcpException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
        }
        status.conclude(failure);
        return failure.isEmpty() ? pass.done() : pass.failed(failure.get());
    }

    private void forget(ObjectKey key) {
        memory.forget(key);
        specifications.forget(key);
        quietParts.forget(key);
    }

    /**
     * All of a pass but its conclusion.
     *
     * @throws HcpException when something went wrong that another try may mend
     */
    private void reconcile(ClusterView cluster, HostedCluster typed, ClusterStatus status, Pass pass) {
        PlatformProvider platform = platforms.orUnsupported(cluster.platformType());
        Optional<JsonObject> controlPlane =
                pass.tree(HostedControlPlane.class, cluster.controlPlaneNamespace(), cluster.name());
        StandingConditions.update(cluster, typed, platform, controlPlane, status, pass);
        Duration gracePeriod = gracePeriod(cluster);
        if (cluster.object().at("metadata", "deletionTimestamp") != null) {
            if (new ClusterDeletion(cluster, typed, platform, status, pass).reconcile(gracePeriod)) {
                forget(cluster.key());
            }
            return;
        }
        ClusterDefaults defaults = platform.defaults(typed, pass);
        if (!defaults.isEmpty()) {
            defaults.objects().forEach(pass::createIfAbsent);
            pass.patch(HostedCluster.class, cluster.key(), defaults.patch());
            return;
        }
        Optional<ReleaseMetadata> release = report(cluster, typed, platform, controlPlane, status, pass);
        if (release.isPresent()) {
            pass.addFinalizer(HostedCluster.class, cluster.key(), ClusterView.FINALIZER);
            if (status.conditions().is(ConditionTypes.RECONCILIATION_ACTIVE, Conditions.FALSE)) {
                pause(cluster, pass);
            } else {
                build(cluster, typed, platform, controlPlane, release.get(), status, pass);
            }
        }
    }

    private static Duration gracePeriod(ClusterView cluster) {
        String text = cluster.annotation(Annotations.DESTROY_GRACE_PERIOD).orElse("");
        GoDuration period = GoDuration.of(text);
        if (!text.isEmpty() && period.problem().isPresent()) {
            throw new HcpException("failed to parse destroy grace period duration: "
                    + period.problem().get());
        }
        return period.parsed().orElse(Duration.ZERO);
    }

    /**
     * Works out the status and stores it.
     *
     * @return the release of the cluster; empty when the rest of the pass is to be left out because the cluster does not
     *     say how nodes reach their configuration
     */
    private Optional<ReleaseMetadata> report(
            ClusterView cluster,
            HostedCluster typed,
            PlatformProvider platform,
            Optional<JsonObject> controlPlane,
            ClusterStatus status,
            Pass pass) {
        ControlPlaneReport controlPlaneReport = new ControlPlaneReport(cluster, controlPlane, status, pass);
        controlPlaneReport.compute(typed, platform);
        Conditions conditions = status.conditions();
        List<String> networkProblems = specifications
                .of(cluster.key(), cluster.spec())
                .remember("networks", () -> HostedClusterChecks.networks(cluster.object()));
        Optional<String> problem = ConfigurationChecks.problem(cluster, typed, platform, networkProblems, pass);
        conditions.set(
                ConditionTypes.VALID_CONFIGURATION,
                problem.isEmpty(),
                problem.isEmpty() ? ConditionReasons.AS_EXPECTED : ConditionReasons.INVALID_CONFIGURATION,
                problem.orElse("Configuration passes validation"));
        Optional<String> unsupported = platform.unsupported(typed, pass);
        conditions.set(
                ConditionTypes.SUPPORTED_HOSTED_CLUSTER,
                unsupported.isEmpty(),
                unsupported.isEmpty() ? ConditionReasons.AS_EXPECTED : ConditionReasons.UNSUPPORTED_HOSTED_CLUSTER,
                unsupported.orElse("HostedCluster is supported by operator configuration"));
        if (!IgnitionEndpoint.isPublished(cluster)) {
            return Optional.empty();
        }
        IgnitionEndpoint.of(cluster, pass).ifPresent(endpoint -> status.set("ignitionEndpoint", endpoint));
        controlPlaneReport.endpoints();
        IgnitionEndpoint.report(cluster, conditions, pass);
        ReconciliationActive.set(conditions, pausedUntil(cluster), pass.now());
        ReleaseCheck check = new ReleaseCheck(cluster, pass);
        check.report(status);
        try {
            status.set("payloadArch", check.payloadArch());
        } catch (HcpException e) {
            conditions.set(
                    ConditionTypes.VALID_RELEASE_IMAGE,
                    false,
                    ConditionReasons.PAYLOAD_ARCH_NOT_FOUND,
                    String.valueOf(e.getMessage()));
            throw e;
        }
        ReleaseMetadata release = check.release();
        ClusterProgress.report(cluster, status, release.version(), pass);
        status.write();
        return Optional.of(release);
    }

    private static Optional<String> pausedUntil(ClusterView cluster) {
        return Optional.ofNullable(cluster.spec().text("pausedUntil"));
    }

    /** The control plane rests, too; a pause that ends by itself is looked at again then. */
    private static void pause(ClusterView cluster, Pass pass) {
        String until = pausedUntil(cluster).orElse("");
        pass.patch(
                HostedControlPlane.class,
                cluster.controlPlaneKey(),
                JsonObject.of("spec", JsonObject.of("pausedUntil", until)));
        PausedUntil.of(until).remainingAt(pass.now()).ifPresent(pass::requeueAfter);
    }

    /** Makes what the cluster needs, unless something blocks that. */
    private void build(
            ClusterView cluster,
            HostedCluster typed,
            PlatformProvider platform,
            Optional<JsonObject> controlPlane,
            ReleaseMetadata release,
            ClusterStatus status,
            Pass pass) {
        ClusterIdentity.complete(cluster, typed, platform, pass);
        JsonObject object = pass.tree(HostedCluster.class, cluster.namespace(), cluster.name())
                .orElse(cluster.object());
        boolean same = object.object("spec").equals(cluster.spec());
        ClusterView identified = same ? cluster : new ClusterView(object);
        HostedCluster typedNow = same
                ? typed
                : pass.get(HostedCluster.class, cluster.namespace(), cluster.name())
                        .orElse(typed);
        CliSecrets.adopt(identified, pass);
        if (isBlocked(identified, status, release)) {
            return;
        }
        boolean complete;
        try {
            complete = new ControlPlaneNamespace(identified, typedNow, platform, pass, memory, quietParts, release)
                    .reconcile(controlPlane, status.conditions());
        } finally {
            status.write();
        }
        if (complete) {
            conclude(identified, typedNow, platform, status, pass);
        }
    }

    private static boolean isBlocked(ClusterView cluster, ClusterStatus status, ReleaseMetadata release) {
        Conditions conditions = status.conditions();
        return conditions.is(ConditionTypes.VALID_CONFIGURATION, Conditions.FALSE)
                || conditions.is(ConditionTypes.SUPPORTED_HOSTED_CLUSTER, Conditions.FALSE)
                || conditions.is(ConditionTypes.VALID_RELEASE_IMAGE, Conditions.FALSE)
                || UpgradeGate.objection(cluster, status.version(), conditions, release.version())
                        .isPresent();
    }

    private static void conclude(
            ClusterView cluster, HostedCluster typed, PlatformProvider platform, ClusterStatus status, Pass pass) {
        Optional<HostedControlPlane> controlPlane =
                pass.get(HostedControlPlane.class, cluster.controlPlaneNamespace(), cluster.name());
        if (controlPlane.isEmpty()) {
            return;
        }
        Conclusion conclusion = platform.conclude(typed, controlPlane.get(), pass);
        conclusion.finalizers().forEach(finalizer -> pass.addFinalizer(HostedCluster.class, cluster.key(), finalizer));
        conclusion.conditions().forEach(status.conditions()::set);
        status.write();
        conclusion.failure().ifPresent(message -> {
            throw new HcpException(message);
        });
    }
}
