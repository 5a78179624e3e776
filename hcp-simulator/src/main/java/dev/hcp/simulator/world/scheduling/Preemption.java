package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.apiserver.kinds.Selections;
import dev.hcp.simulator.world.scheduling.Fit.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes room for a pod by ending others of lower priority: as few and as unimportant ones as will do. */
final class Preemption {
    private static final String NO_VICTIMS = "No preemption victims found for incoming pod";
    private static final String NO_HELP = "Preemption is not helpful for scheduling";

    /** Pods to end on a node, by priority and age, and how many of them disruption budgets protect. */
    record Victims(NodeState node, List<PlacedPod> pods, int protectedOnes) {
        private long highest() {
            return pods.stream().mapToLong(PlacedPod::priority).max().orElse(Long.MIN_VALUE);
        }

        private long sum() {
            return pods.stream()
                    .mapToLong(pod -> pod.priority() + Integer.MAX_VALUE + 1L)
                    .sum();
        }

        private String youngestOfHighest() {
            return pods.stream()
                    .filter(pod -> pod.priority() == highest())
                    .map(PlacedPod::since)
                    .min(Comparator.naturalOrder())
                    .orElse("");
        }
    }

    private static final Comparator<PlacedPod> IMPORTANT_FIRST = Comparator.comparingLong(PlacedPod::priority)
            .reversed()
            .thenComparing(PlacedPod::since)
            .thenComparing(pod -> pod.key().toString());

    private final Attempt attempt;
    private final PlacedPod pod;
    private final Objects objects;
    private final ResourceType budgets;
    private String failure = "";

    Preemption(Attempt attempt, Objects objects, ResourceType budgets) {
        this.attempt = attempt;
        this.pod = attempt.fit().pod().facts();
        this.objects = objects;
        this.budgets = budgets;
    }

    /** Why there is nobody to end. */
    String failure() {
        return failure;
    }

    /** Whom to end, if that helps. */
    Optional<Victims> victims(ClusterState cluster) {
        if ("Never".equals(pod.spec().text("preemptionPolicy"))) {
            failure = "not eligible due to preemptionPolicy=Never.";
            return Optional.empty();
        }
        String nominated = attempt.fit().pod().pod().text("status", "nominatedNodeName");
        if (nominated != null && isBeingEmptied(cluster.node(nominated))) {
            failure = "not eligible due to a terminating pod on the nominated node.";
            return Optional.empty();
        }
        List<Victims> candidates = new ArrayList<>();
        Map<NodeState, Refusal> results = new LinkedHashMap<>();
        for (NodeState node : cluster.nodes()) {
            Refusal refusal = attempt.refusals().get(node);
            if (refusal == null || !refusal.curable()) {
                results.put(node, new Refusal(List.of(NO_HELP), false));
            } else {
                on(node, results).ifPresent(candidates::add);
            }
        }
        failure = "0/" + cluster.nodes().size() + " nodes are available: " + Attempt.histogram(results.values()) + ".";
        return candidates.stream()
                .min(Comparator.comparingInt(Victims::protectedOnes)
                        .thenComparingLong(Victims::highest)
                        .thenComparingLong(Victims::sum)
                        .thenComparingInt(victims -> victims.pods().size())
                        .thenComparing(Victims::youngestOfHighest, Comparator.reverseOrder()));
    }

    private boolean isBeingEmptied(NodeState node) {
        for (PlacedPod each : node.placed()) {
            if (each.deleting() && each.priority() < pod.priority()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Victims> on(NodeState node, Map<NodeState, Refusal> results) {
        if (node.shareBelow(pod.priority()).pods() == 0) {
            results.put(node, new Refusal(List.of(NO_VICTIMS), false));
            return Optional.empty();
        }
        Refusal still =
                attempt.fit().without(Absent.below(pod.priority(), node)).refusal(node);
        if (still != null) {
            results.put(node, still);
            return Optional.empty();
        }
        List<PlacedPod> lower = node.below(pod.priority());
        Set<PlacedPod> gone = new HashSet<>(lower);
        Set<PlacedPod> guarded = guarded(lower);
        List<PlacedPod> order = new ArrayList<>(lower);
        order.sort(Comparator.comparing((PlacedPod each) -> !guarded.contains(each))
                .thenComparing(IMPORTANT_FIRST));
        for (PlacedPod each : order) {
            gone.remove(each);
            if (attempt.fit().without(Absent.of(gone)).refusal(node) != null) {
                gone.add(each);
            }
        }
        List<PlacedPod> victims = new ArrayList<>(gone);
        victims.sort(IMPORTANT_FIRST);
        int protectedOnes = (int) victims.stream().filter(guarded::contains).count();
        return Optional.of(new Victims(node, victims, protectedOnes));
    }

    /** Those whose disruption budgets have none to spare, the more important ones first taking what is left. */
    private Set<PlacedPod> guarded(List<PlacedPod> pods) {
        Set<PlacedPod> guarded = new HashSet<>();
        Map<String, Long> left = new HashMap<>();
        List<PlacedPod> order = new ArrayList<>(pods);
        order.sort(IMPORTANT_FIRST);
        for (PlacedPod each : order) {
            for (JsonObject budget : objects.list(budgets, each.key().namespace())) {
                JsonObject selector = budget.object("spec", "selector");
                if (!selector.isEmpty() && Selections.selects(selector, each.labels())) {
                    long spare = left.merge(
                            each.key().namespace() + "/" + budget.text("metadata", "name"),
                            budget.integer(0, "status", "disruptionsAllowed") - 1,
                            (now, first) -> now - 1);
                    if (spare < 0) {
                        guarded.add(each);
                    }
                }
            }
        }
        return guarded;
    }
}
