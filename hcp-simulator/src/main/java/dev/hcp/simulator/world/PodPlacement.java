package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a pod may run: nodes that are ready and schedulable and have the labels of its node selector. Pods of one owner
 * are spread, over zones first. Taints, affinity terms and resources are not looked at.
 */
final class PodPlacement {
    private static final String ZONE = "topology.kubernetes.io/zone";

    /**
     * @param node the node, if one takes the pod
     * @param reason why none does, as the scheduler words it
     */
    record Choice(Optional<JsonObject> node, String reason) {}

    private final Objects objects;
    private final ResourceType nodes;
    private final ResourceType claims;

    PodPlacement(Objects objects) {
        this.objects = objects;
        this.nodes = objects.resource("v1", "Node");
        this.claims = objects.resource("v1", "PersistentVolumeClaim");
    }

    Choice choose(JsonObject pod) {
        List<JsonObject> all = objects.list(nodes, "");
        if (!claimsBound(pod)) {
            return new Choice(
                    Optional.empty(),
                    "0/" + all.size() + " nodes are available: pod has unbound immediate PersistentVolumeClaims.");
        }
        List<JsonObject> fit = new ArrayList<>();
        for (JsonObject node : all) {
            if (!node.isTrue("spec", "unschedulable")
                    && ConditionList.isTrue(node.array("status", "conditions"), "Ready")
                    && Meta.labelled(node, pod.object("spec", "nodeSelector"))) {
                fit.add(node);
            }
        }
        if (fit.isEmpty()) {
            return new Choice(
                    Optional.empty(),
                    "0/" + all.size() + " nodes are available: " + all.size()
                            + " node(s) didn't match Pod's node affinity/selector.");
        }
        return new Choice(Optional.of(leastUsed(pod, fit)), "");
    }

    private JsonObject leastUsed(JsonObject pod, List<JsonObject> fit) {
        Map<String, Integer> byNode = new HashMap<>();
        Map<String, Integer> byZone = new HashMap<>();
        Map<String, String> zones = new HashMap<>();
        fit.forEach(node -> zones.put(Meta.name(node), zone(node)));
        Meta.controller(pod).ifPresent(owner -> {
            for (JsonObject sibling : objects.ownedBy(String.valueOf(owner.text("uid")))) {
                String node = sibling.text("spec", "nodeName");
                if (node != null && !Meta.deleting(sibling)) {
                    byNode.merge(node, 1, Integer::sum);
                    byZone.merge(zones.getOrDefault(node, ""), 1, Integer::sum);
                }
            }
        });
        int start = (int) Long.remainderUnsigned(Seed.hash(Meta.name(pod)), fit.size());
        JsonObject best = fit.get(start);
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < fit.size(); i++) {
            JsonObject node = fit.get((start + i) % fit.size());
            int used = 1000 * byZone.getOrDefault(zone(node), 0) + byNode.getOrDefault(Meta.name(node), 0);
            if (used < least) {
                least = used;
                best = node;
            }
        }
        return best;
    }

    private static String zone(JsonObject node) {
        String zone = node.text("metadata", "labels", ZONE);
        return zone == null ? "" : zone;
    }

    private boolean claimsBound(JsonObject pod) {
        for (Object volume : pod.array("spec", "volumes")) {
            String claim =
                    volume instanceof JsonObject object ? object.text("persistentVolumeClaim", "claimName") : null;
            if (claim != null
                    && objects.get(claims, Meta.namespace(pod), claim)
                            .filter(found -> "Bound".equals(found.text("status", "phase")))
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The internal address of a node; empty when it is unknown. */
    String hostAddress(String node) {
        Optional<JsonObject> found = objects.get(nodes, "", node);
        if (found.isPresent()) {
            for (Object address : found.get().array("status", "addresses")) {
                if (address instanceof JsonObject object && "InternalIP".equals(object.text("type"))) {
                    return String.valueOf(object.text("address"));
                }
            }
        }
        return "";
    }
}
