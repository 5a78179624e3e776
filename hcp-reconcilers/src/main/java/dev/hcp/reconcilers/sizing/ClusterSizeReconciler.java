package dev.hcp.reconcilers.sizing;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.hypershift.scheduling.ClusterSizingConfiguration;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.OperatorFeature;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.OperatorScope;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Gives every HostedCluster a size by its number of nodes: in the conditions ClusterSizeComputed,
 * ClusterSizeTransitionPending and ClusterSizeTransitionRequired, and a pass later as label {@code
 * hypershift.openshift.io/hosted-cluster-size}. It does nothing without a sound {@link ClusterSizingConfiguration}, such
 * as {@link SizingConfigurationReconciler#defaults()}. Stateless and thread-safe.
 */
public final class ClusterSizeReconciler implements Reconciler<HostedCluster> {
    @Override
    public String name() {
        return "hosted-cluster-sizing";
    }

    @Override
    public Class<HostedCluster> primaryType() {
        return HostedCluster.class;
    }

    @Override
    public Permissions permissions() {
        return Permissions.builder()
                .management(HostedCluster.class, Access.PATCH, Access.STATUS)
                .reads(HostedControlPlane.class, NodePool.class)
                .management(ClusterSizingConfiguration.class, Access.CREATE)
                .build();
    }

    @Override
    public List<Watch<?>> watches() {
        return List.of(
                new Watch<>(
                        ClusterSizingConfiguration.class,
                        (configuration, world) -> world.trees(HostedCluster.class, "").stream()
                                .map(ObjectKey::of)
                                .toList()),
                new Watch<>(HostedControlPlane.class, ClusterSizeReconciler::ofControlPlane),
                new Watch<>(NodePool.class, ClusterSizeReconciler::ofPool));
    }

    private static Collection<ObjectKey> ofControlPlane(JsonObject controlPlane, World world) {
        return Sizes.in(world).isEmpty() ? List.of() : Watch.named(controlPlane, Annotations.CLUSTER);
    }

    private static Collection<ObjectKey> ofPool(JsonObject pool, World world) {
        String cluster = pool.text("spec", "clusterName");
        return cluster == null || Sizes.in(world).isEmpty()
                ? List.of()
                : List.of(new ObjectKey(ObjectKey.of(pool).namespace(), cluster));
    }

    @Override
    public Plan reconcile(HostedCluster primary, World world) {
        Optional<Sizes> sizes = Sizes.in(world);
        if (sizes.isEmpty()) {
            return start(world);
        }
        if (sizes.get().problem().isPresent()) {
            return Plan.NOTHING;
        }
        ObjectKey key = ObjectKey.of(primary);
        Pass pass = new Pass(world, name());
        Optional<JsonObject> cluster =
                pass.tree(HostedCluster.class, key.namespace(), key.name()).filter(found -> concerns(found, world));
        return cluster.map(found -> reconcile(found, sizes.get(), pass)).orElse(Plan.NOTHING);
    }

    private Plan start(World world) {
        if (!world.managementCluster().operator().has(OperatorFeature.CLUSTER_SIZES)) {
            return Plan.NOTHING;
        }
        Pass pass = new Pass(world, name());
        pass.createIfAbsent(Sizes.defaults());
        return pass.done();
    }

    /** A cluster without a status gets its first from the controller that knows what must be in it. */
    private static boolean concerns(JsonObject cluster, World world) {
        return cluster.at("metadata", "deletionTimestamp") == null
                && !cluster.object("status").isEmpty()
                && OperatorScope.covers(world.managementCluster(), cluster);
    }

    private static Plan reconcile(JsonObject cluster, Sizes sizes, Pass pass) {
        String paused = cluster.text("spec", "pausedUntil");
        PausedUntil pause = PausedUntil.of(paused == null ? "false" : paused);
        if (pause.isPausedAt(pass.now())) {
            pause.remainingAt(pass.now()).ifPresent(pass::requeueAfter);
            return pass.done();
        }
        String override = cluster.text("metadata", "annotations", Annotations.CLUSTER_SIZE_OVERRIDE);
        Optional<Sizes.Size> wanted = override == null || override.isEmpty()
                ? sizes.fitting(NodeCount.of(ObjectKey.of(cluster), pass))
                : sizes.named(override);
        if (wanted.isEmpty()) {
            return pass.failed("annotation " + Annotations.CLUSTER_SIZE_OVERRIDE + " asks for size \"" + override
                    + "\", which the ClusterSizingConfiguration does not have");
        }
        Conditions conditions = new Transition(cluster, sizes, pass).to(wanted.get());
        JsonObject status = cluster.object("status").with("conditions", conditions.toTree());
        pass.status(HostedCluster.class, cluster.with("status", status));
        if (!pass.changes(HostedCluster.class, ObjectKey.of(cluster))) {
            Transition.computed(conditions).ifPresent(size -> label(cluster, size, pass));
        }
        return pass.done();
    }

    private static void label(JsonObject cluster, String size, Pass pass) {
        JsonObject labels = JsonObject.of(Labels.HOSTED_CLUSTER_SIZE, size);
        pass.patch(
                HostedCluster.class, ObjectKey.of(cluster), JsonObject.of("metadata", JsonObject.of("labels", labels)));
    }
}
