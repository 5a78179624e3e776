package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.capi.Machine;
import dev.hcp.api.capi.MachineDeployment;
import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose changes concern which pools. */
final class PoolWatches {
    private PoolWatches() {}

    static List<Watch<?>> all() {
        return List.of(
                new Watch<>(HostedCluster.class, (cluster, world) -> ofCluster(ObjectKey.of(cluster), world)),
                new Watch<>(MachineDeployment.class, (object, world) -> annotated(object)),
                new Watch<>(MachineSet.class, (object, world) -> annotated(object)),
                // The reference does not watch machines, and so may show outdated conditions until something else moves.
                new Watch<>(Machine.class, (object, world) -> annotated(object)),
                new Watch<>(Secret.class, PoolWatches::ofSecret),
                new Watch<>(ConfigMap.class, PoolWatches::ofConfigMap));
    }

    private static Collection<ObjectKey> ofCluster(ObjectKey cluster, World world) {
        List<ObjectKey> pools = new ArrayList<>();
        for (NodePool pool : world.listWhere(
                NodePool.class, cluster.namespace(), cluster.name(), "spec", "clusterName")) {
            pools.add(ObjectKey.of(pool));
        }
        return pools;
    }

    private static Collection<ObjectKey> annotated(HasMetadata object) {
        ObjectKey pool = key(annotation(object, Annotations.NODE_POOL));
        return pool == null ? List.of() : List.of(pool);
    }

    private static Collection<ObjectKey> ofSecret(Secret secret, World world) {
        ObjectKey cluster = secret.getMetadata().getName().equals("ignition-server-ca-cert")
                ? key(annotation(secret, Annotations.CLUSTER))
                : null;
        return cluster == null ? annotated(secret) : ofCluster(cluster, world);
    }

    private static Collection<ObjectKey> ofConfigMap(ConfigMap map, World world) {
        Map<String, String> labels = map.getMetadata().getLabels();
        ObjectKey cluster = key(annotation(map, Annotations.CLUSTER));
        if (labels != null && labels.containsKey(Labels.CORE_IGNITION_CONFIG) && cluster != null) {
            return ofCluster(cluster, world);
        }
        Collection<ObjectKey> owners = annotated(map);
        if (!owners.isEmpty()) {
            return owners;
        }
        List<ObjectKey> pools = new ArrayList<>();
        for (NodePool pool : world.list(NodePool.class, map.getMetadata().getNamespace())) {
            if (refersTo(pool, map.getMetadata().getName())) {
                pools.add(ObjectKey.of(pool));
            }
        }
        return pools;
    }

    private static boolean refersTo(NodePool pool, String configMap) {
        if (pool.getSpec() == null) {
            return false;
        }
        for (LocalObjectReference reference : pool.getSpec().getConfig()) {
            if (configMap.equals(reference.getName())) {
                return true;
            }
        }
        for (LocalObjectReference reference : pool.getSpec().getTuningConfig()) {
            if (configMap.equals(reference.getName())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String annotation(HasMetadata object, String name) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? null : annotations.get(name);
    }

    private static @Nullable ObjectKey key(@Nullable String text) {
        int slash = text == null ? -1 : text.indexOf('/');
        return text == null || slash < 0 ? null : new ObjectKey(text.substring(0, slash), text.substring(slash + 1));
    }
}
