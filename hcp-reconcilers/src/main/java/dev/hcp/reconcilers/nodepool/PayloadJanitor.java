package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.OperatorScope;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to payloads that were overtaken before all machines of a pool ran them, as when a release is wanted while another is
 * rolled out: their tokens end and their user data goes. Of the payload that machines leave behind the pool's own passes
 * take care. What it keeps between passes saves work and decides nothing; thread-safe.
 */
public final class PayloadJanitor implements Reconciler<NodePool> {
    /** {@link #name()}: field manager and event source. */
    public static final String NAME = "payload-janitor";

    private final ManifestCache manifests = new ManifestCache();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<NodePool> primaryType() {
        return NodePool.class;
    }

    @Override
    public Permissions permissions() {
        return Permissions.builder()
                .reads(NodePool.class, HostedCluster.class, ConfigMap.class)
                .management(Secret.class, Access.PATCH, Access.DELETE)
                .build();
    }

    @Override
    public List<Watch<?>> watches() {
        return List.of(Watch.annotated(Secret.class, Annotations.NODE_POOL));
    }

    @Override
    public Plan reconcile(NodePool pool, World world) {
        Pass pass = new Pass(world, NAME);
        ObjectKey key = ObjectKey.of(pool);
        String clusterName = pool.getSpec() == null ? null : pool.getSpec().getClusterName();
        boolean elsewhere = pass.tree(HostedCluster.class, key.namespace(), clusterName == null ? "" : clusterName)
                .filter(tree -> OperatorScope.covers(pass.managementCluster(), tree))
                .isEmpty();
        if (elsewhere || pool.getMetadata().getDeletionTimestamp() != null) {
            return pass.done();
        }
        HostedCluster cluster = pass.get(HostedCluster.class, key.namespace(), String.valueOf(clusterName))
                .orElseThrow();
        PoolState state = new PoolState(pass, pool, cluster);
        Set<String> payloads = PayloadSecrets.payloads(state);
        if (payloads.size() > 1 && !state.paused()) {
            tidy(state, payloads);
        }
        return pass.done();
    }

    private void tidy(PoolState state, Set<String> payloads) {
        String wanted;
        boolean keepsUserData;
        try {
            wanted = wanted(state).orElse("");
            keepsUserData = PoolRelease.machinesNeedUserDataToGo(state);
        } catch (InvalidPoolException notNow) {
            // The pool's own pass says in its conditions what is wrong.
            return;
        }
        if (!payloads.contains(wanted)) {
            // The pool's own pass has yet to make it; until then machines may need any of the others.
            return;
        }
        for (String payload : payloads) {
            if (!payload.equals(wanted)) {
                PayloadSecrets.retire(state, payload, keepsUserData);
            }
        }
    }

    /** The payload that machines shall get; empty while some of the cluster's own configuration is missing. */
    private Optional<String> wanted(PoolState state) {
        ReleaseMetadata release = PoolRelease.of(state);
        MachineConfiguration configuration = MachineConfiguration.of(state, release, manifests);
        return configuration.complete()
                ? Optional.of(PoolState.Target.of(state, release, configuration, GlobalConfig.of(state.clusterSpec))
                        .payloadHash())
                : Optional.empty();
    }
}
