package dev.hcp.simulator.world.scheduling;

import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.world.scheduling.Fit.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One try to find a node for a pod: at first only its rules, then which node suits it best. */
final class Attempt {
    /** With no more nodes than that, all are looked at. */
    private static final int FEW_NODES = 100;

    private final ClusterState cluster;
    private final PodVolumes volumes;
    private final Seed seed;
    private final Fit fit;
    private final Map<NodeState, Refusal> refusals = new LinkedHashMap<>();

    Attempt(ClusterState cluster, WaitingPod pod, PodVolumes volumes, Seed seed) {
        this.seed = seed;
        this.cluster = cluster;
        this.volumes = volumes;
        this.fit = new Fit(cluster, pod, volumes);
    }

    Fit fit() {
        return fit;
    }

    /** The nodes that do not fit, and why; known once a node was looked for. */
    Map<NodeState, Refusal> refusals() {
        return refusals;
    }

    /**
     * The node that suits the pod best. Where there are many, a part of them is looked at, from a place on that depends
     * on the pod alone, so that what happens to one pod does not shift the dice of others.
     */
    Optional<NodeState> node() {
        List<NodeState> nodes = cluster.nodes();
        if (volumes.obstacle().isPresent() || nodes.isEmpty()) {
            return Optional.empty();
        }
        int enough = enough(nodes.size());
        int start = seed.stream("node of " + fit.pod().facts().key()).nextInt(nodes.size());
        List<NodeState> fitting = new ArrayList<>();
        for (int i = 0; i < nodes.size() && fitting.size() < enough; i++) {
            NodeState node = nodes.get((start + i) % nodes.size());
            Refusal refusal = fit.refusal(node);
            if (refusal == null) {
                fitting.add(node);
            } else {
                refusals.put(node, refusal);
            }
        }
        return fitting.isEmpty() ? Optional.empty() : Optional.of(new Ranking(fit, fitting).best());
    }

    /** How many fitting nodes are enough to choose from, as the reference has it. */
    private static int enough(int nodes) {
        if (nodes <= FEW_NODES) {
            return nodes;
        }
        int percent = Math.max(5, 50 - nodes / 125);
        return Math.max(FEW_NODES, nodes * percent / 100);
    }

    /** Why no node takes the pod, as the scheduler says it. */
    String complaint(Optional<String> preemption) {
        int all = cluster.nodes().size();
        if (all == 0) {
            return "no nodes available to schedule pods";
        }
        String text = "0/" + all + " nodes are available: "
                + volumes.obstacle().orElseGet(() -> histogram(refusals.values())) + ".";
        return preemption.map(why -> text + " preemption: " + why).orElse(text);
    }

    /** How often each reason occurs, ordered as text. */
    static String histogram(Iterable<Refusal> refusals) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Refusal refusal : refusals) {
            refusal.reasons().forEach(reason -> counts.merge(reason, 1, Integer::sum));
        }
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .sorted()
                        .toList());
    }
}
