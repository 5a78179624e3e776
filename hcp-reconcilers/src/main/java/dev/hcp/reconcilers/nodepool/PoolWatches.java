package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.capi.Machine;
import dev.hcp.api.capi.MachineDeployment;
import dev.hcp.api.capi.MachineSet;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Labels;
import dev.hcp.api.names.SecretNames;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.PlatformProviders;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whose changes concern which pools. */
final class PoolWatches {
    private PoolWatches() {}

    static List<Watch<?>> all(PlatformProviders platforms) {
        List<Watch<?>> watches = new ArrayList<>(List.of(
                new Watch<>(HostedCluster.class, (cluster, world) -> ofCluster(ObjectKey.of(cluster), world)),
                Watch.annotated(MachineDeployment.class, Annotations.NODE_POOL),
                Watch.annotated(MachineSet.class, Annotations.NODE_POOL),
                // The reference does not watch machines, and so may show outdated conditions until something else
                // moves.
                Watch.annotated(Machine.class, Annotations.NODE_POOL),
                new Watch<>(Secret.class, PoolWatches::ofSecret),
                new Watch<>(ConfigMap.class, PoolWatches::ofConfigMap)));
        for (String platform : platforms.platformTypes()) {
            PlatformProvider provider = platforms.get(platform);
            provider.machineTemplateType()
                    .ifPresent(template -> watches.add(Watch.annotated(template, Annotations.NODE_POOL)));
            provider.judgedMachineType()
                    .ifPresent(machine -> watches.add(new Watch<>(machine, PoolWatches::ofInfrastructureMachine)));
        }
        return List.copyOf(watches);
    }

    /** While it comes up, its Machine tells of it. */
    private static Collection<ObjectKey> ofInfrastructureMachine(JsonObject machine, World world) {
        List<ObjectKey> pools = new ArrayList<>();
        if (machine.isTrue("status", "ready")) {
            for (ObjectKey cluster : Watch.clusterOf(ObjectKey.of(machine).namespace(), world)) {
                pools.addAll(ofCluster(cluster, world));
            }
        }
        return pools;
    }

    private static Collection<ObjectKey> ofCluster(ObjectKey cluster, World world) {
        List<ObjectKey> pools = new ArrayList<>();
        for (NodePool pool :
                world.listWhere(NodePool.class, cluster.namespace(), cluster.name(), "spec", "clusterName")) {
            pools.add(ObjectKey.of(pool));
        }
        return pools;
    }

    private static Collection<ObjectKey> ofSecret(JsonObject secret, World world) {
        ObjectKey key = ObjectKey.of(secret);
        if (key.name().equals(SecretNames.IGNITION_SERVER_CA_CERT)) {
            for (ObjectKey cluster : Watch.clusterOf(key.namespace(), world)) {
                return ofCluster(cluster, world);
            }
        }
        return Watch.named(secret, Annotations.NODE_POOL);
    }

    private static Collection<ObjectKey> ofConfigMap(JsonObject map, World world) {
        if (map.at("metadata", "labels", Labels.CORE_IGNITION_CONFIG) != null) {
            for (ObjectKey cluster : Watch.named(map, Annotations.CLUSTER)) {
                return ofCluster(cluster, world);
            }
        }
        Collection<ObjectKey> owners = Watch.named(map, Annotations.NODE_POOL);
        if (!owners.isEmpty()) {
            return owners;
        }
        ObjectKey key = ObjectKey.of(map);
        String labelled = map.text("metadata", "labels", Labels.NODE_POOL);
        if (labelled != null) {
            // What the node tuning operator makes names the pool alone, not its namespace.
            return Watch.clusterOf(key.namespace(), world).stream()
                    .map(cluster -> new ObjectKey(cluster.namespace(), labelled))
                    .toList();
        }
        List<ObjectKey> pools = new ArrayList<>();
        for (NodePool pool : world.list(NodePool.class, key.namespace())) {
            if (refersTo(pool, key.name())) {
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
}
