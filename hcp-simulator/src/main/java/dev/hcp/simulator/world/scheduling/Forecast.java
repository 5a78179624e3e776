package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.world.scheduling.Fit.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries out in thought where pods of a cluster would go if it had more nodes, or fewer. It writes nothing.
 *
 * <p>Not thread-safe.
 */
public final class Forecast {
    private final Objects objects;
    private final Seed seed;
    private final PodVolumes.Types storage;
    private final ClusterState cluster;

    /** The cluster as it is. */
    public Forecast(Objects objects, Seed seed) {
        this.objects = objects;
        this.seed = seed;
        this.storage = PodVolumes.Types.of(objects);
        this.cluster = new ClusterState(name -> objects.get(objects.resource("v1", "Namespace"), "", name)
                .map(found -> found.object("metadata", "labels"))
                .orElse(JsonObject.EMPTY));
        objects.list(objects.resource("v1", "Node"), "").forEach(cluster::nodeChanged);
        for (JsonObject pod : objects.list(objects.resource("v1", "Pod"), "")) {
            String node = pod.text("spec", "nodeName");
            String phase = pod.text("status", "phase");
            if (node != null && !"Succeeded".equals(phase) && !"Failed".equals(phase)) {
                cluster.podOnNode(pod, node);
            }
        }
    }

    /** Adds a node, or brings one back. */
    public void add(JsonObject node) {
        cluster.nodeChanged(node);
    }

    /** Takes a node away. */
    public void remove(String node) {
        cluster.nodeGone(node);
    }

    /** Puts a pod on the node that suits it best; where. */
    public Optional<String> place(JsonObject pod) {
        Optional<String> node = attempt(pod).node().map(NodeState::name);
        node.ifPresent(name -> cluster.podOnNode(pod, name));
        return node;
    }

    private Attempt attempt(JsonObject pod) {
        return new Attempt(
                cluster, new WaitingPod(pod, cluster.quantities()), PodVolumes.of(pod, objects, storage), seed);
    }

    /** Puts a pod on a node, whether it fits or not. */
    public void put(JsonObject pod, String node) {
        cluster.podOnNode(pod, node);
    }

    /** Why a node does not take a pod; empty when it does. */
    public List<String> refusals(JsonObject pod, String node) {
        Attempt attempt = attempt(pod);
        Refusal refusal = attempt.fit().refusal(cluster.node(node));
        return refusal == null ? List.of() : refusal.reasons();
    }

    /** The keys of the pods on a node. */
    public List<ObjectKey> podsOn(String node) {
        List<ObjectKey> keys = new ArrayList<>();
        cluster.node(node).placed().forEach(pod -> keys.add(pod.key()));
        return keys;
    }

    /** The share of a node that pods ask for, from 0 to 1: of its processors or its memory, whatever is more. */
    public double utilization(String node) {
        NodeState state = cluster.node(node);
        return Math.max(
                share(state.used().cpu(), state.cpu()), share(state.used().memory(), state.memory()));
    }

    /** The share of processors and memory of a node that nobody asks for, from 0 to 1: the mean of both. */
    public double waste(String node) {
        NodeState state = cluster.node(node);
        return 1 - (share(state.used().cpu(), state.cpu()) + share(state.used().memory(), state.memory())) / 2;
    }

    private static double share(long used, long all) {
        return all == 0 ? 0 : (double) used / all;
    }

    /** How much a pod asks for, to try large ones first: its share of a node. */
    public double size(JsonObject pod, String node) {
        PlacedPod facts = PlacedPod.of(pod, node, cluster.quantities());
        NodeState state = cluster.node(node);
        return share(facts.demands().cpu(), state.cpu()) + share(facts.demands().memory(), state.memory());
    }

    /** Names only. */
    @Override
    public String toString() {
        return "Forecast" + cluster.nodes().stream().map(NodeState::name).toList();
    }
}
