package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.capi.Cluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.GoDuration;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.controlplane.ManagementComponents;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes a hosted cluster down: machines first, then the control plane, then its namespace. */
final class ClusterDeletion {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ClusterView cluster;
    private final HostedCluster typed;
    private final PlatformProvider platform;
    private final Pass pass;

    ClusterDeletion(ClusterView cluster, HostedCluster typed, PlatformProvider platform, Pass pass) {
        this.cluster = cluster;
        this.typed = typed;
        this.platform = platform;
        this.pass = pass;
    }

    Plan reconcile(Runnable forget) {
        if (!cluster.object().array("metadata", "finalizers").contains(ClusterView.FINALIZER)) {
            return pass.done();
        }
        if (!everythingIsGone()) {
            pass.requeueAfter(RETRY);
            return pass.done();
        }
        if (!gracePeriodIsOver()) {
            return pass.done();
        }
        pass.removeFinalizer(HostedCluster.class, cluster.key(), ClusterView.FINALIZER);
        forget.run();
        return pass.done();
    }

    /** Goes as far as it can; each step waits for the one before. */
    private boolean everythingIsGone() {
        if (cluster.isAnnotated("cleanup-cloud-resources")) {
            pass.patch(
                    HostedControlPlane.class,
                    cluster.controlPlaneKey(),
                    JsonObject.of(
                            "metadata",
                            JsonObject.of(
                                    "annotations",
                                    JsonObject.of(ClusterView.PREFIX + "cleanup-cloud-resources", "true"))));
        }
        for (NodePool pool :
                pass.listWhere(NodePool.class, cluster.namespace(), cluster.name(), "spec", "clusterName")) {
            pass.delete(NodePool.class, ObjectKey.of(pool));
        }
        if (!isGone(Cluster.class, cluster.inControlPlane(cluster.infraId()))) {
            return false;
        }
        List<HasMetadata> leftovers = platform.deletion(typed, pass);
        if (!leftovers.isEmpty()) {
            leftovers.forEach(object -> pass.delete(object.getClass(), ObjectKey.of(object)));
            return false;
        }
        pass.delete(
                ClusterRoleBinding.class,
                new ObjectKey("", ManagementComponents.clusterApiBinding(cluster.controlPlaneNamespace())));
        if (!isGone(HostedControlPlane.class, cluster.controlPlaneKey())) {
            return false;
        }
        return cluster.isAnnotated("skip-delete-hosted-controlplane-namespace")
                || isGone(Namespace.class, new ObjectKey("", cluster.controlPlaneNamespace()));
    }

    /** Whether an object was gone already; else it is deleted. */
    private <T extends HasMetadata> boolean isGone(Class<T> type, ObjectKey key) {
        if (pass.tree(type, key.namespace(), key.name()).isEmpty()) {
            return true;
        }
        pass.delete(type, key);
        return false;
    }

    private boolean gracePeriodIsOver() {
        Optional<Duration> period = cluster.annotation(ClusterView.PREFIX + "destroy-grace-period")
                .map(text -> GoDuration.of(text).toDuration())
                .filter(duration -> !duration.isZero());
        if (period.isEmpty()) {
            return true;
        }
        Conditions conditions = Conditions.of(cluster.object(), pass.now());
        String type = "HostedClusterDestroyed";
        conditions.set(type, true, "WaitingForGracePeriod", "Grace period set: " + GoDuration.of(period.get()));
        pass.status(
                HostedCluster.class,
                cluster.object()
                        .with("status", cluster.object().object("status").with("conditions", conditions.toTree())));
        Instant since = conditions
                .get(type)
                .map(condition -> condition.text("lastTransitionTime"))
                .map(Instant::parse)
                .orElse(pass.now());
        Duration rest = Duration.between(pass.now(), since.plus(period.get()));
        if (rest.isNegative() || rest.isZero()) {
            return true;
        }
        pass.requeueAfter(rest);
        return false;
    }
}
