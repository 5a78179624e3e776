package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A pod that is to be scheduled: what it says about where it may run and would like to. */
final class WaitingPod {
    /** A port of the node that the pod takes for itself. */
    record HostPort(String address, String protocol, long port) {
        boolean clashes(HostPort other) {
            boolean sameAddress = address.equals(other.address) || isAny(address) || isAny(other.address);
            return sameAddress && port == other.port && protocol.equals(other.protocol);
        }

        private static boolean isAny(String address) {
            return address.equals("0.0.0.0");
        }
    }

    private final JsonObject pod;
    private final PlacedPod facts;
    private final List<AffinityTerm> keepsClose;
    private final List<AffinityTerm> likesClose;
    private final List<AffinityTerm> likesApart;
    private final JsonArray tolerations;
    private final JsonObject nodeSelector;
    private final JsonObject requiredNodes;
    private final JsonArray preferredNodes;
    private final List<HostPort> hostPorts;

    WaitingPod(JsonObject pod, Quantities quantities) {
        this.pod = pod;
        this.facts = PlacedPod.of(pod, "", quantities);
        JsonObject spec = facts.spec();
        String namespace = facts.key().namespace();
        keepsClose = AffinityTerm.required(spec, "podAffinity", namespace);
        likesClose = AffinityTerm.preferred(spec, "podAffinity", namespace);
        likesApart = AffinityTerm.preferred(spec, "podAntiAffinity", namespace);
        tolerations = spec.array("tolerations");
        nodeSelector = spec.object("nodeSelector");
        JsonObject nodeAffinity = spec.object("affinity", "nodeAffinity");
        requiredNodes = nodeAffinity.object("requiredDuringSchedulingIgnoredDuringExecution");
        preferredNodes = nodeAffinity.array("preferredDuringSchedulingIgnoredDuringExecution");
        hostPorts = hostPorts(spec);
    }

    /** The host ports of a pod. */
    static List<HostPort> hostPorts(JsonObject spec) {
        List<HostPort> found = List.of();
        JsonArray containers = spec.array("containers");
        for (int i = 0; i < containers.size(); i++) {
            JsonArray ports = containers.object(i).array("ports");
            for (int p = 0; p < ports.size(); p++) {
                if (ports.object(p).get("hostPort") instanceof Long port && port > 0) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    String address = ports.object(p).text("hostIP");
                    String protocol = ports.object(p).text("protocol");
                    found.add(new HostPort(
                            address == null || address.isEmpty() ? "0.0.0.0" : address,
                            protocol == null ? "TCP" : protocol,
                            port));
                }
            }
        }
        return found;
    }

    JsonObject pod() {
        return pod;
    }

    /** What it will be to others once it is placed. */
    PlacedPod facts() {
        return facts;
    }

    List<AffinityTerm> keepsClose() {
        return keepsClose;
    }

    List<AffinityTerm> likesClose() {
        return likesClose;
    }

    List<AffinityTerm> likesApart() {
        return likesApart;
    }

    JsonArray tolerations() {
        return tolerations;
    }

    JsonArray preferredNodes() {
        return preferredNodes;
    }

    List<HostPort> hostPorts() {
        return hostPorts;
    }

    /** Whether its node selector and the required terms of its node affinity fit a node. */
    boolean selects(NodeState node) {
        for (int i = 0; i < nodeSelector.size(); i++) {
            if (!String.valueOf(nodeSelector.valueAt(i)).equals(node.labels().get(nodeSelector.keyAt(i)))) {
                return false;
            }
        }
        return requiredNodes.isEmpty() || NodeTerms.anyFits(requiredNodes.array("nodeSelectorTerms"), node);
    }
}
