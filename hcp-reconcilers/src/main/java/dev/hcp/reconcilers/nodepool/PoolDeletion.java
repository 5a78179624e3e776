package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.capi.MachineDeployment;
import dev.hcp.api.capi.MachineHealthCheck;
import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Finalizers;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.Naming;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/** Takes a pool apart; works also when its cluster is gone. */
final class PoolDeletion {
    private PoolDeletion() {}

    static Plan run(Pass pass, NodePool pool, Optional<PlatformProvider> platform) {
        ObjectKey key = ObjectKey.of(pool);
        String cluster = pool.getSpec() == null ? null : pool.getSpec().getClusterName();
        String namespace = Naming.controlPlaneNamespace(key.namespace(), cluster == null ? "" : cluster);
        ObjectKey inControlPlane = new ObjectKey(namespace, key.name());
        platform.flatMap(PlatformProvider::machineTemplateType)
                .ifPresent(type -> deleteOwn(pass, type, namespace, key));
        pass.delete(MachineDeployment.class, inControlPlane);
        pass.delete(MachineHealthCheck.class, inControlPlane);
        pass.delete(MachineSet.class, inControlPlane);
        for (JsonObject map : pass.trees(ConfigMap.class, namespace)) {
            if (key.name().equals(map.text("metadata", "labels", Labels.NODE_POOL))) {
                pass.delete(ConfigMap.class, ObjectKey.of(map));
            }
        }
        if (!Machines.of(pass, key, namespace).isEmpty()) {
            return pass.failed("there are still Machines in for NodePool \"" + key.name() + "\"");
        }
        deleteOwn(pass, Secret.class, namespace, key);
        platform.ifPresent(provider ->
                provider.leftovers(pool, pass).forEach(object -> pass.delete(object.getClass(), ObjectKey.of(object))));
        pass.removeFinalizer(NodePool.class, key, Finalizers.HYPERSHIFT);
        return pass.done();
    }

    private static <T extends HasMetadata> void deleteOwn(Pass pass, Class<T> type, String namespace, ObjectKey pool) {
        for (JsonObject object : pass.trees(type, namespace)) {
            if (pool.toString().equals(object.text("metadata", "annotations", Annotations.NODE_POOL))) {
                pass.delete(type, ObjectKey.of(object));
            }
        }
    }
}
