package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.ClusterVersion;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.HostedWatch;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.QuietPasses;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The hosted cluster config operator: makes a hosted cluster's configuration what its HostedControlPlane says, and reports
 * the cluster's version and nodes. It does nothing while the hosted API server does not answer.
 *
 * <p>Use one instance for one management cluster. Thread-safe.
 */
public final class HostedClusterConfigReconciler implements Reconciler<HostedControlPlane> {
    /** Its name, which is also that of its Deployment in the namespace of a control plane. */
    public static final String NAME = "hosted-cluster-config-operator";

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Memory memory = new Memory();
    private final QuietPasses quiet = new QuietPasses();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<HostedControlPlane> primaryType() {
        return HostedControlPlane.class;
    }

    @Override
    public List<Watch<?>> watches() {
        return List.of(new Watch<>(
                Deployment.class,
                (object, world) -> "kube-apiserver".equals(object.text("metadata", "name"))
                        ? primaries(ObjectKey.of(object).namespace(), world)
                        : List.of()));
    }

    @Override
    public List<HostedWatch<?>> hostedWatches() {
        return List.of(hosted(ClusterVersion.class), hosted(Node.class));
    }

    private static <T extends HasMetadata> HostedWatch<T> hosted(Class<T> type) {
        return new HostedWatch<>(type, (namespace, object, world) -> primaries(namespace, world));
    }

    private static Collection<ObjectKey> primaries(String controlPlaneNamespace, World world) {
        List<ObjectKey> keys = new ArrayList<>(1);
        for (JsonObject controlPlane : world.trees(HostedControlPlane.class, controlPlaneNamespace)) {
            keys.add(ObjectKey.of(controlPlane));
        }
        return keys;
    }

    @Override
    public Plan reconcile(HostedControlPlane primary, World world) {
        ObjectKey key = ObjectKey.of(primary);
        if (quiet.stillQuiet(key, world)) {
            return Plan.NOTHING;
        }
        QuietPasses.Reads reads = new QuietPasses.Reads(world);
        reads.only(HostedControlPlane.class, key.namespace(), key.name(), HostedPass::relevant);
        return quiet.after(key, reads, pass(key, new Pass(reads, NAME)));
    }

    private Plan pass(ObjectKey key, Pass pass) {
        Optional<JsonObject> controlPlane = pass.tree(HostedControlPlane.class, key.namespace(), key.name());
        if (controlPlane.isEmpty()) {
            memory.forget(key);
            return pass.done();
        }
        String pausedUntil = controlPlane.get().text("spec", "pausedUntil");
        if (pausedUntil != null && PausedUntil.of(pausedUntil).isPausedAt(pass.now())) {
            PausedUntil.of(pausedUntil).remainingAt(pass.now()).ifPresent(pass::requeueAfter);
            return pass.done();
        }
        if (controlPlane.get().at("metadata", "deletionTimestamp") != null) {
            memory.forget(key);
            return pass.done();
        }
        Optional<Pass> inside = pass.within(key.namespace());
        if (inside.isEmpty()) {
            pass.requeueAfter(RETRY);
            return pass.done();
        }
        HostedPass hosted = new HostedPass(controlPlane.get(), pass, inside.get(), memory);
        ClusterRelease.reconcile(hosted);
        HostedNodes.reconcile(hosted);
        ReportedStatus.reconcile(hosted);
        return pass.done();
    }
}
