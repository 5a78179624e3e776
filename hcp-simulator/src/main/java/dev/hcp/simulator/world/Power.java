package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which nodes of the management cluster are on, whatever its API server has heard of it. */
public final class Power {
    private static final String ZONE = "topology.kubernetes.io/zone";

    private final Objects objects;
    private final Adversities adversities;
    private final ResourceType nodes;

    /** Of a management cluster with what is broken in it. */
    public Power(Objects objects, Adversities adversities) {
        this.objects = objects;
        this.adversities = adversities;
        this.nodes = objects.resource("v1", "Node");
    }

    /** Whether every node is on. */
    boolean isEverywhere() {
        return adversities.none()
                || !(adversities.any(Fault.NodeLost.class)
                        || adversities.any(Fault.ZoneLost.class)
                        || adversities.any(Fault.ManagementClusterLost.class));
    }

    /** Whether a node is on; where a pod has none yet, nothing is off. */
    public boolean isOn(@Nullable String node) {
        if (node == null || isEverywhere()) {
            return true;
        }
        String zone = objects.get(nodes, "", node)
                .map(found -> found.text("metadata", "labels", ZONE))
                .orElse("");
        return !adversities.any(Fault.ManagementClusterLost.class)
                && adversities
                        .find(Fault.NodeLost.class, lost -> lost.node().equals(node))
                        .isEmpty()
                && adversities
                        .find(Fault.ZoneLost.class, lost -> lost.zone().equals(zone))
                        .isEmpty();
    }

    /** The nodes that a fault concerns. */
    public List<String> nodesOf(Fault fault) {
        if (fault instanceof Fault.NodeLost lost) {
            return List.of(lost.node());
        }
        if (fault instanceof Fault.ZoneLost lost) {
            return objects.list(nodes, "").stream()
                    .filter(node -> lost.zone().equals(node.text("metadata", "labels", ZONE)))
                    .map(Meta::name)
                    .toList();
        }
        return fault instanceof Fault.ManagementClusterLost
                ? objects.list(nodes, "").stream().map(Meta::name).toList()
                : List.of();
    }

    /** Whether a pod runs: it is ready, and so is what it runs on. */
    boolean runs(JsonObject pod) {
        return PodTemplates.ready(pod) && isOn(pod.text("spec", "nodeName"));
    }
}
