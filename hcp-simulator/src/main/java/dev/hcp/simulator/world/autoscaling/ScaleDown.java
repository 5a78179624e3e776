package dev.hcp.simulator.world.autoscaling;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.kinds.Selections;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.capi.CapiConditions;
import dev.hcp.simulator.world.scheduling.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out which nodes are not needed, and since when. Decides, and does nothing. */
final class ScaleDown {
    /** On a node that is about to be removed. */
    static final String TAINT = "ToBeDeletedByClusterAutoscaler";

    private static final String DISABLED = "cluster-autoscaler.kubernetes.io/scale-down-disabled";
    private static final String SAFE = "cluster-autoscaler.kubernetes.io/safe-to-evict";
    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final double THRESHOLD = 0.5;
    private static final Duration UNNEEDED = Duration.ofMinutes(10);
    private static final Duration UNREADY = Duration.ofMinutes(20);

    private final Objects guest;
    private final AutoscalerOptions options;
    /** Since when nodes are not needed; by name. */
    private final Map<String, Instant> unneeded = new HashMap<>();

    ScaleDown(Objects guest, AutoscalerOptions options, Map<String, Instant> before) {
        this.guest = guest;
        this.options = options;
        this.unneeded.putAll(before);
    }

    /**
     * A node that nobody needs.
     *
     * @param pods those that have to find another place
     * @param due when it may be removed
     */
    record Candidate(NodeGroup group, String node, List<JsonObject> pods, Instant due) {}

    Map<String, Instant> unneeded() {
        return unneeded;
    }

    /** The nodes that are not needed, those first that are due first. */
    List<Candidate> candidates(List<NodeGroup> groups, Forecast forecast, Set<String> leaving, Instant now) {
        Map<String, List<JsonObject>> pods = podsByNode();
        List<JsonObject> budgets = guest.list(guest.resource("policy/v1", "PodDisruptionBudget"), "");
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Instant> still = new HashMap<>();
        for (NodeGroup group : groups) {
            int spare = group.size() - group.minimum();
            for (String name : group.nodeNames()) {
                Optional<JsonObject> node = guest.get(guest.resource("v1", "Node"), "", name);
                if (node.isEmpty() || leaving.contains(name) || spare <= 0) {
                    continue;
                }
                List<JsonObject> movable = movable(pods.getOrDefault(name, List.of()));
                if (isUnneeded(group, node.get(), forecast)
                        && !blocked(movable, budgets)
                        && fitElsewhere(node.get(), movable, forecast)) {
                    spare--;
                    Instant since = unneeded.getOrDefault(name, now);
                    still.put(name, since);
                    candidates.add(new Candidate(group, name, movable, since.plus(patience(group, node.get()))));
                }
            }
        }
        unneeded.clear();
        unneeded.putAll(still);
        candidates.sort(java.util.Comparator.comparing(Candidate::due).thenComparing(Candidate::node));
        return candidates;
    }

    private Map<String, List<JsonObject>> podsByNode() {
        Map<String, List<JsonObject>> byNode = new HashMap<>();
        for (JsonObject pod : guest.list(guest.resource("v1", "Pod"), "")) {
            String node = pod.text("spec", "nodeName");
            if (node != null) {
                byNode.computeIfAbsent(node, name -> new ArrayList<>()).add(pod);
            }
        }
        return byNode;
    }

    private static boolean isReady(JsonObject node) {
        return CapiConditions.isTrue(node, "Ready");
    }

    private static Duration patience(NodeGroup group, JsonObject node) {
        return isReady(node)
                ? group.option("scaledownunneededtime", UNNEEDED)
                : group.option("scaledownunreadytime", UNREADY);
    }

    private static boolean isUnneeded(NodeGroup group, JsonObject node, Forecast forecast) {
        boolean disabled = "true".equals(node.text("metadata", "annotations", DISABLED));
        double threshold = group.option("scaledownutilizationthreshold", THRESHOLD);
        return !disabled && (!isReady(node) || forecast.utilization(Meta.name(node)) < threshold);
    }

    /** Pods that need another node when theirs goes. */
    private List<JsonObject> movable(List<JsonObject> pods) {
        return pods.stream()
                .filter(pod -> !Meta.controlledBy(pod, "DaemonSet")
                        && pod.at("metadata", "annotations", MIRROR) == null
                        && !"Succeeded".equals(pod.text("status", "phase"))
                        && !"Failed".equals(pod.text("status", "phase"))
                        && pod.integer(0, "spec", "priority") >= options.priorityCutoff())
                .toList();
    }

    /** Whether a pod must not be moved: it would not come back, says so, belongs to the system, or is protected. */
    private static boolean blocked(List<JsonObject> pods, List<JsonObject> budgets) {
        for (JsonObject pod : pods) {
            String safe = pod.text("metadata", "annotations", SAFE);
            List<JsonObject> protecting = budgets.stream()
                    .filter(budget -> Meta.namespace(budget).equals(Meta.namespace(pod))
                            && budget.at("spec", "selector") != null
                            && Selections.matches(budget.object("spec", "selector"), pod))
                    .toList();
            boolean spared = protecting.stream().anyMatch(each -> each.integer(0, "status", "disruptionsAllowed") <= 0);
            boolean ofSystem = "kube-system".equals(Meta.namespace(pod)) && protecting.isEmpty();
            boolean unreplicated = Meta.controller(pod).isEmpty();
            if (spared || "false".equals(safe) || (!"true".equals(safe) && (ofSystem || unreplicated))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the pods of a node fit on the others; then they are there from now on, in thought. */
    private static boolean fitElsewhere(JsonObject node, List<JsonObject> pods, Forecast forecast) {
        String name = Meta.name(node);
        forecast.remove(name);
        for (JsonObject pod : pods) {
            if (forecast.place(pod.withAt(null, "spec", "nodeName")).isEmpty()) {
                forecast.add(node);
                pods.forEach(each -> forecast.put(each, name));
                return false;
            }
        }
        return true;
    }

    /** Names only. */
    @Override
    public String toString() {
        return "ScaleDown" + unneeded.keySet();
    }
}
