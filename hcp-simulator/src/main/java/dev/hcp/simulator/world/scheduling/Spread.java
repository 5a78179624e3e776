package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.kinds.Selections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How evenly pods are spread over places: topology spread constraints of the pod, or, of a pod without any, the default of
 * spreading the pods of its controller over hosts and zones.
 */
final class Spread {
    static final String UNEVEN = "node(s) didn't match pod topology spread constraints";
    static final String NO_LABEL = UNEVEN + " (missing required label)";

    private static final String HOST = "kubernetes.io/hostname";
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final int HOST_SKEW = 3;
    private static final int ZONE_SKEW = 5;

    /** One constraint with the number of pods by place. */
    private static final class Constraint {
        final String key;
        final long maxSkew;
        final boolean countsItself;
        final Map<String, Integer> counts = new HashMap<>();
        int least;

        Constraint(String key, long maxSkew, boolean countsItself) {
            this.key = key;
            this.maxSkew = maxSkew;
            this.countsItself = countsItself;
        }

        @Nullable
        String place(NodeState node) {
            return node.labels().get(key) instanceof String text ? text : null;
        }
    }

    private final ClusterState cluster;
    private final WaitingPod pod;
    private final Absent without;
    private final List<Constraint> hard = new ArrayList<>();
    private final List<Constraint> soft = new ArrayList<>();

    Spread(ClusterState cluster, WaitingPod pod, Absent without) {
        this.cluster = cluster;
        this.pod = pod;
        this.without = without;
        JsonArray constraints = pod.facts().spec().array("topologySpreadConstraints");
        for (int i = 0; i < constraints.size(); i++) {
            JsonObject constraint = constraints.object(i);
            boolean must = "DoNotSchedule".equals(constraint.get("whenUnsatisfiable"));
            (must ? hard : soft).add(counted(constraint, must));
        }
        if (constraints.isEmpty() && !pod.facts().owner().isEmpty()) {
            soft.add(ofSiblings(HOST, HOST_SKEW));
            soft.add(ofSiblings(ZONE, ZONE_SKEW));
        }
    }

    /** The same if those pods were gone. */
    Spread without(Absent pods) {
        return hard.isEmpty() ? this : new Spread(cluster, pod, pods);
    }

    private Constraint counted(JsonObject definition, boolean must) {
        JsonObject selector = definition.object("labelSelector");
        Constraint constraint = new Constraint(
                String.valueOf(definition.text("topologyKey")),
                definition.integer(1, "maxSkew"),
                Selections.selects(selector, pod.facts().labels()));
        NamespacePods.Group group = new NamespacePods.Group.Selected(selector);
        NamespacePods neighbours = cluster.pods(pod.facts().key().namespace());
        neighbours.byNode(group).forEach((node, pods) -> count(constraint, node, pods));
        for (PlacedPod gone : without.pods()) {
            if (gone.key().namespace().equals(pod.facts().key().namespace()) && group.has(gone)) {
                count(constraint, gone.node(), -1);
            }
        }
        if (must) {
            setLeast(constraint, definition.integer(0, "minDomains"));
        }
        return constraint;
    }

    private Constraint ofSiblings(String key, int maxSkew) {
        Constraint constraint = new Constraint(key, maxSkew, true);
        cluster.pods(pod.facts().key().namespace())
                .byNode(new NamespacePods.Group.OwnedBy(pod.facts().owner()))
                .forEach((node, pods) -> count(constraint, node, pods));
        return constraint;
    }

    private void count(Constraint constraint, String node, int pods) {
        String place = constraint.place(cluster.node(node));
        if (place != null) {
            constraint.counts.merge(place, pods, Integer::sum);
        }
    }

    /** The fewest pods in a place where this one may be; none while there are not as many places as there should be. */
    private void setLeast(Constraint constraint, long minimumOfPlaces) {
        Set<String> places = new HashSet<>();
        int least = Integer.MAX_VALUE;
        for (NodeState node : cluster.nodes()) {
            String place = constraint.place(node);
            if (place != null && pod.selects(node)) {
                places.add(place);
                least = Math.min(least, constraint.counts.getOrDefault(place, 0));
            }
        }
        constraint.least = places.isEmpty() || places.size() < minimumOfPlaces ? 0 : least;
    }

    /** Why a node is no good; null when it is. */
    @Nullable
    String refusal(NodeState node) {
        for (Constraint constraint : hard) {
            String place = constraint.place(node);
            if (place == null) {
                return NO_LABEL;
            }
            int there = constraint.counts.getOrDefault(place, 0) + (constraint.countsItself ? 1 : 0);
            if (there - constraint.least > constraint.maxSkew) {
                return UNEVEN;
            }
        }
        return null;
    }

    boolean hasPreferences() {
        for (Constraint constraint : soft) {
            if (!constraint.counts.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** How crowded a node's places are; negative when it lacks a label. */
    double crowd(NodeState node) {
        double crowd = 0;
        for (Constraint constraint : soft) {
            String place = constraint.place(node);
            if (place == null) {
                return -1;
            }
            int there = constraint.counts.getOrDefault(place, 0);
            crowd += there * Math.log(constraint.counts.size() + 2.0) + (constraint.maxSkew - 1);
        }
        return crowd;
    }
}
