package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.capi.Cluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.value.GoDuration;
import dev.hcp.platforms.Orphan;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.controlplane.ManagementComponents;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Takes a hosted cluster down: machines first, then the control plane, then its namespace. */
final class ClusterDeletion {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ClusterView cluster;
    private final HostedCluster typed;
    private final PlatformProvider platform;
    private final ClusterStatus status;
    private final Pass pass;

    ClusterDeletion(
            ClusterView cluster, HostedCluster typed, PlatformProvider platform, ClusterStatus status, Pass pass) {
        this.cluster = cluster;
        this.typed = typed;
        this.platform = platform;
        this.status = status;
        this.pass = pass;
    }

    /**
     * Goes as far as it can.
     *
     * @param gracePeriod how long the cluster stays when everything is gone, zero by default
     * @return whether the finalizer was dropped
     * @throws HcpException when a step failed
     */
    boolean reconcile(Duration gracePeriod) {
        boolean destroyed = status.conditions().is(ConditionTypes.HOSTED_CLUSTER_DESTROYED, Conditions.TRUE);
        if (!destroyed && !isEverythingGone()) {
            pass.requeueAfter(RETRY);
            return false;
        }
        deleteClusterRoles();
        if (!isOver(gracePeriod)) {
            return false;
        }
        pass.removeFinalizer(HostedCluster.class, cluster.key(), ClusterView.FINALIZER);
        return true;
    }

    private boolean isEverythingGone() {
        try {
            return goOn();
        } catch (HcpException e) {
            throw new HcpException("failed to delete hostedcluster: " + e.getMessage(), e);
        }
    }

    /** Each step waits for the one before. */
    private boolean goOn() {
        askForCleanup();
        for (NodePool pool :
                pass.listWhere(NodePool.class, cluster.namespace(), cluster.name(), "spec", "clusterName")) {
            pass.delete(NodePool.class, ObjectKey.of(pool));
        }
        if (!isGone(Cluster.class, cluster.inControlPlane(cluster.infraId()))) {
            releaseOrphans();
            return false;
        }
        platform.credentialsToDelete(typed, pass).forEach(this::delete);
        List<HasMetadata> leftovers = platform.deletion(typed, pass);
        if (!leftovers.isEmpty()) {
            leftovers.forEach(this::delete);
            releaseOrphans();
            return false;
        }
        pass.delete(
                ClusterRoleBinding.class,
                new ObjectKey("", ManagementComponents.clusterApiBinding(cluster.controlPlaneNamespace())));
        new OperatorAccess(cluster).revoke(pass);
        if (!isGone(HostedControlPlane.class, cluster.controlPlaneKey())) {
            return false;
        }
        return cluster.isAnnotated("skip-delete-hosted-controlplane-namespace")
                || isGone(Namespace.class, new ObjectKey("", cluster.controlPlaneNamespace()));
    }

    /** The control plane takes down what its guests made in the cloud, when the user wants that. */
    private void askForCleanup() {
        if (cluster.isAnnotated("cleanup-cloud-resources")) {
            JsonObject annotations = JsonObject.of(Annotations.CLEANUP_CLOUD_RESOURCES, "true");
            pass.patch(
                    HostedControlPlane.class,
                    cluster.controlPlaneKey(),
                    JsonObject.of("metadata", JsonObject.of("annotations", annotations)));
        }
    }

    private void delete(HasMetadata object) {
        pass.delete(object.getClass(), ObjectKey.of(object));
    }

    private void releaseOrphans() {
        for (Orphan orphan : platform.orphans(typed, pass)) {
            HasMetadata object = orphan.object();
            orphan.finalizers()
                    .forEach(finalizer -> pass.removeFinalizer(object.getClass(), ObjectKey.of(object), finalizer));
        }
    }

    /** Whether an object was gone already; else it is deleted. */
    private <T extends HasMetadata> boolean isGone(Class<T> type, ObjectKey key) {
        if (pass.tree(type, key.namespace(), key.name()).isEmpty()) {
            return true;
        }
        pass.delete(type, key);
        return false;
    }

    private void deleteClusterRoles() {
        Map<String, String> owned = Map.of(
                ClusterView.PREFIX + "owner.namespace",
                cluster.namespace(),
                ClusterView.PREFIX + "owner.name",
                cluster.name());
        pass.list(ClusterRole.class, "", owned).forEach(this::delete);
        pass.list(ClusterRoleBinding.class, "", owned).forEach(this::delete);
    }

    private boolean isOver(Duration gracePeriod) {
        if (gracePeriod.isZero() || gracePeriod.isNegative()) {
            return true;
        }
        String type = ConditionTypes.HOSTED_CLUSTER_DESTROYED;
        if (status.conditions().get(type).isEmpty()) {
            String message = "Grace period set: " + GoDuration.of(gracePeriod);
            status.conditions().set(type, true, ConditionReasons.WAITING_FOR_GRACE_PERIOD, message);
            status.write();
        }
        Instant since = status.conditions()
                .get(type)
                .map(condition -> condition.text("lastTransitionTime"))
                .map(Instant::parse)
                .orElse(pass.now());
        Duration rest = Duration.between(pass.now(), since.plus(gracePeriod));
        if (rest.isNegative() || rest.isZero()) {
            return true;
        }
        pass.requeueAfter(rest);
        return false;
    }
}
