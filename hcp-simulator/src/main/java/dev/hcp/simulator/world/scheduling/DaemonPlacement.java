package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.Meta;
import java.util.Set;

/** On which nodes the pods of a daemon set belong, whatever else is there. */
public final class DaemonPlacement {
    private static final Set<String> BOTH = Set.of(Taint.NO_SCHEDULE, Taint.NO_EXECUTE);

    private final WaitingPod pod;
    private final String nodeName;
    private final JsonArray tolerations;
    private final Quantities quantities = new Quantities();

    /** @param pod as it would be made, with the tolerations that such pods have */
    public DaemonPlacement(JsonObject pod) {
        this.pod = new WaitingPod(pod, quantities);
        this.tolerations = pod.array("spec", "tolerations");
        String name = pod.text("spec", "nodeName");
        this.nodeName = name == null ? "" : name;
    }

    /** Whether a node shall get a pod. */
    public boolean begins(JsonObject node) {
        return selects(node) && tolerates(node, BOTH);
    }

    /** Whether a node keeps the pod that it has. */
    public boolean goesOn(JsonObject node) {
        return selects(node) && tolerates(node, Set.of(Taint.NO_EXECUTE));
    }

    private boolean selects(JsonObject node) {
        NodeState state = new NodeState(Meta.name(node));
        state.update(node, quantities);
        return (nodeName.isEmpty() || nodeName.equals(Meta.name(node))) && pod.selects(state);
    }

    private boolean tolerates(JsonObject node, Set<String> effects) {
        for (Taint taint : Taint.of(node.array("spec", "taints"))) {
            if (effects.contains(taint.effect()) && !taint.isTolerated(tolerations)) {
                return false;
            }
        }
        return true;
    }
}
