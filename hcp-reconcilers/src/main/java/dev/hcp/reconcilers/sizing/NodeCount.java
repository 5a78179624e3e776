package dev.hcp.reconcilers.sizing;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Naming;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ObjectKey;
import java.util.Optional;

/** How many nodes a hosted cluster has. */
final class NodeCount {
    private NodeCount() {}

    /**
     * What its control plane counts; of one too old to count, what its pools shall have, or do have where the autoscaler
     * decides.
     */
    static long of(ObjectKey cluster, World world) {
        String namespace = Naming.controlPlaneNamespace(cluster.namespace(), cluster.name());
        Optional<JsonObject> counted = world.tree(HostedControlPlane.class, namespace, cluster.name())
                .map(controlPlane -> controlPlane.object("status"))
                .filter(status -> status.get("nodeCount") != null);
        if (counted.isPresent()) {
            return counted.get().integer(0, "nodeCount");
        }
        long nodes = 0;
        for (NodePool pool :
                world.listWhere(NodePool.class, cluster.namespace(), cluster.name(), "spec", "clusterName")) {
            nodes += world.tree(
                            NodePool.class,
                            cluster.namespace(),
                            pool.getMetadata().getName())
                    .map(NodeCount::ofPool)
                    .orElse(0L);
        }
        return nodes;
    }

    private static long ofPool(JsonObject pool) {
        return pool.at("spec", "autoScaling") == null
                ? pool.integer(0, "spec", "replicas")
                : pool.integer(0, "status", "replicas");
    }
}
