package dev.hcp.simulator.world.autoscaling;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.scheduling.Forecast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Works out how many nodes of which group the pods that wait need. Decides, and does nothing. */
final class ScaleUp {
    /** Labels that do not tell groups apart. */
    private static final Set<String> IGNORED_LABELS = Set.of(
            "kubernetes.io/hostname",
            "hypershift.openshift.io/nodePool",
            "topology.kubernetes.io/zone",
            "topology.kubernetes.io/region",
            "topology.ebs.csi.aws.com/zone",
            "topology.disk.csi.azure.com/zone",
            "ibm-cloud.kubernetes.io/worker-id",
            "vpc-block-csi-driver-labels");

    private final Objects management;
    private final Objects guest;
    private final Seed seed;
    private final List<NodeGroup> groups;
    private final AutoscalerOptions options;
    private final Predicate<NodeGroup> usable;
    /** Why groups do not help a pod, by its place in the list of pods that wait. */
    private final Map<JsonObject, List<String>> reasons = new LinkedHashMap<>();

    /**
     * What growing a group would do.
     *
     * @param nodes how many it would get
     * @param pods those that would get a place
     * @param waste how much of the new nodes nobody would use, from 0 to 1
     */
    record Option(NodeGroup group, JsonObject template, int nodes, List<JsonObject> pods, double waste) {}

    /** @param usable groups that did not fail lately */
    ScaleUp(
            Objects management,
            Objects guest,
            Seed seed,
            List<NodeGroup> groups,
            AutoscalerOptions options,
            Predicate<NodeGroup> usable) {
        this.management = management;
        this.guest = guest;
        this.seed = seed;
        this.groups = groups;
        this.options = options;
        this.usable = usable;
    }

    /**
     * The cluster with the nodes that are on their way.
     *
     * @param coming how many nodes of each group, by its identity
     */
    Forecast expected(Map<String, Integer> coming) {
        Forecast forecast = new Forecast(guest, seed);
        for (NodeGroup group : groups) {
            for (int i = 0; i < coming.getOrDefault(group.id(), 0); i++) {
                group.template("upcoming-" + group.name() + "-" + i, guest, management)
                        .ifPresent(forecast::add);
            }
        }
        return forecast;
    }

    /** Why no group helped those pods that none helped. */
    Map<JsonObject, List<String>> reasons() {
        return reasons;
    }

    /**
     * The sizes that groups shall have, by identity; empty when nothing helps.
     *
     * @param waiting pods that fit neither on nodes there are nor on those that come
     * @param nodesInAll nodes there are and that come
     */
    Optional<Growth> plan(List<JsonObject> waiting, Map<String, Integer> coming, int nodesInAll) {
        int room = options.maxNodesTotal() == 0 ? Integer.MAX_VALUE : options.maxNodesTotal() - nodesInAll;
        waiting.forEach(pod -> reasons.put(pod, new ArrayList<>()));
        List<Option> possible = new ArrayList<>();
        for (NodeGroup group : groups) {
            if (group.size() >= group.maximum() || room <= 0) {
                String reason = room <= 0 ? "max total nodes in cluster reached" : "max node group size reached";
                reasons.values().forEach(each -> each.add(reason));
            } else if (!usable.test(group)) {
                reasons.values().forEach(each -> each.add("in backoff after failed scale-up"));
            } else {
                estimate(group, waiting, coming, room).ifPresent(possible::add);
            }
        }
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        Option best = new Expanders(guest, seed).best(possible, options.expanders());
        best.pods().forEach(reasons::remove);
        return Optional.of(balanced(best, possible));
    }

    /** How far groups grow for which pods. */
    record Growth(Map<NodeGroup, Integer> sizes, List<JsonObject> pods) {}

    private Optional<Option> estimate(
            NodeGroup group, List<JsonObject> waiting, Map<String, Integer> coming, int room) {
        Optional<JsonObject> template = group.template(nodeName(group, 0), guest, management);
        if (template.isEmpty()) {
            reasons.values().forEach(each -> each.add("not ready for scale-up"));
            return Optional.empty();
        }
        Forecast forecast = expected(coming);
        List<String> added = new ArrayList<>();
        List<JsonObject> placed = new ArrayList<>();
        int limit = Math.min(room, group.maximum() - group.size());
        forecast.add(template.get());
        added.add(nodeName(group, 0));
        List<JsonObject> largestFirst = new ArrayList<>(waiting);
        largestFirst.sort(Comparator.comparingDouble(pod -> -forecast.size(pod, nodeName(group, 0))));
        for (JsonObject pod : largestFirst) {
            if (forecast.place(pod).isPresent()) {
                placed.add(pod);
                continue;
            }
            if (forecast.podsOn(added.get(added.size() - 1)).isEmpty()) {
                // An empty node does not take it, and neither would another.
                reasons.getOrDefault(pod, List.of()).addAll(forecast.refusals(pod, added.get(added.size() - 1)));
            } else if (added.size() < limit) {
                String next = nodeName(group, added.size());
                group.template(next, guest, management).ifPresent(forecast::add);
                added.add(next);
                if (forecast.place(pod).isPresent()) {
                    placed.add(pod);
                } else {
                    reasons.getOrDefault(pod, List.of()).addAll(forecast.refusals(pod, next));
                }
            }
        }
        added.removeIf(name -> forecast.podsOn(name).isEmpty());
        if (added.isEmpty()) {
            return Optional.empty();
        }
        double waste = added.stream().mapToDouble(forecast::waste).average().orElse(0);
        return Optional.of(new Option(group, template.get(), added.size(), placed, waste));
    }

    private static String nodeName(NodeGroup group, int number) {
        return "template-" + group.name() + "-" + number;
    }

    /** Spreads the growth over groups that are like the best one, so that they become equally large. */
    private static Growth balanced(Option best, List<Option> possible) {
        Map<String, NodeGroup> alike = new TreeMap<>();
        alike.put(best.group().id(), best.group());
        for (Option option : possible) {
            if (option.pods().size() >= best.pods().size() && similar(option.template(), best.template())) {
                alike.put(option.group().id(), option.group());
            }
        }
        Map<NodeGroup, Integer> sizes = new LinkedHashMap<>();
        alike.values().forEach(group -> sizes.put(group, group.size()));
        for (int i = 0; i < best.nodes(); i++) {
            sizes.entrySet().stream()
                    .filter(each -> each.getValue() < each.getKey().maximum())
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(smallest -> smallest.setValue(smallest.getValue() + 1));
        }
        sizes.entrySet().removeIf(each -> each.getValue() == each.getKey().size());
        return new Growth(sizes, best.pods());
    }

    private static boolean similar(JsonObject one, JsonObject other) {
        return one.object("status", "allocatable").equals(other.object("status", "allocatable"))
                && one.array("spec", "taints").equals(other.array("spec", "taints"))
                && lasting(one).equals(lasting(other));
    }

    private static Map<String, String> lasting(JsonObject node) {
        Map<String, String> labels = new TreeMap<>();
        node.object("metadata", "labels").forEach((key, value) -> {
            if (!IGNORED_LABELS.contains(key)) {
                labels.put(key, String.valueOf(value));
            }
        });
        return labels;
    }

    /** Names of what waits, for people. */
    @Override
    public String toString() {
        return "ScaleUp" + reasons.keySet().stream().map(Meta::name).toList();
    }
}
