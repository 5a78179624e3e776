package dev.hcp.simulator.world.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether one pod fits nodes: the filters of the scheduler, in its order. */
final class Fit {
    /**
     * Why a pod does not fit a node.
     *
     * @param reasons as the scheduler words them
     * @param curable whether it might if other pods went
     */
    record Refusal(List<String> reasons, boolean curable) {
        private static Refusal forGood(String reason) {
            return new Refusal(List.of(reason), false);
        }

        private static Refusal forNow(String reason) {
            return new Refusal(List.of(reason), true);
        }
    }

    private final ClusterState cluster;
    private final WaitingPod pod;
    private final Absent without;
    private final PodAffinities affinities;
    private final Spread spread;
    private final PodVolumes volumes;

    Fit(ClusterState cluster, WaitingPod pod, PodVolumes volumes) {
        this(
                cluster,
                pod,
                volumes,
                Absent.NOBODY,
                new PodAffinities(cluster, pod),
                new Spread(cluster, pod, Absent.NOBODY));
    }

    private Fit(
            ClusterState cluster,
            WaitingPod pod,
            PodVolumes volumes,
            Absent without,
            PodAffinities affinities,
            Spread spread) {
        this.cluster = cluster;
        this.pod = pod;
        this.volumes = volumes;
        this.without = without;
        this.affinities = affinities;
        this.spread = spread;
    }

    /** The same if those pods were gone. */
    Fit without(Absent pods) {
        return new Fit(cluster, pod, volumes, pods, affinities, spread.without(pods));
    }

    WaitingPod pod() {
        return pod;
    }

    PodAffinities affinities() {
        return affinities;
    }

    Spread spread() {
        return spread;
    }

    /** Why a node is no good; null when it is. */
    @Nullable
    Refusal refusal(NodeState node) {
        if (node.isUnschedulable() && !toleratesCordon()) {
            return Refusal.forGood("node(s) were unschedulable");
        }
        for (Taint taint : node.taints()) {
            if (!taint.effect().equals(Taint.PREFER_NO_SCHEDULE) && !taint.isTolerated(pod.tolerations())) {
                return Refusal.forGood("node(s) had untolerated taint {" + taint.key() + ": " + taint.value() + "}");
            }
        }
        if (!pod.selects(node)) {
            return Refusal.forGood("node(s) didn't match Pod's node affinity/selector");
        }
        if (!pod.hostPorts().isEmpty() && !portsAreFree(node)) {
            return Refusal.forNow("node(s) didn't have free ports for the requested pod ports");
        }
        List<String> lacks = lacks(node);
        if (!lacks.isEmpty()) {
            return new Refusal(lacks, true);
        }
        String volume = volumes.refusal(node);
        if (volume != null) {
            return Refusal.forGood(volume);
        }
        String uneven = spread.refusal(node);
        if (uneven != null) {
            return new Refusal(List.of(uneven), uneven.equals(Spread.UNEVEN));
        }
        String affinity = affinities.refusal(node, without);
        return affinity == null ? null : new Refusal(List.of(affinity), !affinity.equals(PodAffinities.NOT_CLOSE));
    }

    private boolean toleratesCordon() {
        return new Taint("node.kubernetes.io/unschedulable", "", Taint.NO_SCHEDULE).isTolerated(pod.tolerations());
    }

    private boolean portsAreFree(NodeState node) {
        for (PlacedPod other : node.placed()) {
            if (!without.contains(other)) {
                for (WaitingPod.HostPort taken : WaitingPod.hostPorts(other.spec())) {
                    if (pod.hostPorts().stream().anyMatch(taken::clashes)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** What a node has too little of. Pods of no lower priority that victims make room for count as if they were there. */
    private List<String> lacks(NodeState node) {
        Demands demands = pod.facts().demands();
        Share freed = without.on(node);
        long cpu = node.cpu() - node.used().cpu() + freed.cpu();
        long memory = node.memory() - node.used().memory() + freed.memory();
        long pods = node.pods() - node.used().pods() + freed.pods();
        for (PlacedPod awaited : node.nominated()) {
            if (awaited.priority() >= pod.facts().priority()
                    && !awaited.uid().equals(pod.facts().uid())) {
                cpu -= awaited.demands().cpu();
                memory -= awaited.demands().memory();
                pods--;
            }
        }
        boolean enough = pods >= 1
                && (demands.cpu() == 0 || demands.cpu() <= cpu)
                && (demands.memory() == 0 || demands.memory() <= memory)
                && demands.others().isEmpty();
        return enough ? List.of() : shortages(node, demands, cpu, memory, pods);
    }

    private List<String> shortages(NodeState node, Demands demands, long cpu, long memory, long pods) {
        List<String> lacks = new ArrayList<>();
        if (pods < 1) {
            lacks.add("Too many pods");
        }
        if (demands.cpu() > 0 && demands.cpu() > cpu) {
            lacks.add("Insufficient cpu");
        }
        if (demands.memory() > 0 && demands.memory() > memory) {
            lacks.add("Insufficient memory");
        }
        for (Map.Entry<String, Long> other : demands.others().entrySet()) {
            long freed = without.pods().stream()
                    .filter(gone -> gone.node().equals(node.name()))
                    .mapToLong(gone -> gone.demands().others().getOrDefault(other.getKey(), 0L))
                    .sum();
            if (other.getValue() > node.free(other.getKey(), cluster.quantities()) + freed) {
                lacks.add("Insufficient " + other.getKey());
            }
        }
        return lacks;
    }
}
