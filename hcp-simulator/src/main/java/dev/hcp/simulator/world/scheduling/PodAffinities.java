package dev.hcp.simulator.world.scheduling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the pods that are there mean to one that is to be scheduled, by place: worked out once, from the pods of its
 * namespace unless terms reach further, then asked for each node.
 */
final class PodAffinities {
    static final String NOT_CLOSE = "node(s) didn't match pod affinity rules";
    static final String NOT_APART = "node(s) didn't match pod anti-affinity rules";
    static final String OTHERS_NOT_APART = "node(s) didn't satisfy existing pods anti-affinity rules";

    private final ClusterState cluster;
    private final WaitingPod pod;
    /** By topology key and place, the pods that this one must be apart from. */
    private final Map<String, Map<String, List<PlacedPod>>> apart = new HashMap<>();

    private final Map<String, Map<String, List<PlacedPod>>> othersApart = new HashMap<>();
    private final List<Map<String, List<PlacedPod>>> close = new ArrayList<>();
    private final Map<String, Map<String, Long>> liked = new HashMap<>();

    PodAffinities(ClusterState cluster, WaitingPod pod) {
        this.cluster = cluster;
        this.pod = pod;
        List<AffinityTerm> terms = pod.facts().keepsApart();
        for (int i = 0; i < terms.size(); i++) {
            AffinityTerm term = terms.get(i);
            Map<String, List<PlacedPod>> places = apart.computeIfAbsent(term.topologyKey(), key -> new HashMap<>());
            boolean asBefore = i > 0 && term.selector().equals(terms.get(i - 1).selector());
            matching(term, asBefore).forEach(other -> addPlace(other, term.topologyKey(), places));
        }
        for (AffinityTerm term : pod.keepsClose()) {
            Map<String, List<PlacedPod>> places = new HashMap<>();
            matching(term, false).forEach(other -> addPlace(other, term.topologyKey(), places));
            close.add(places);
        }
        like(pod.likesClose(), 1);
        like(pod.likesApart(), -1);
        String namespace = pod.facts().key().namespace();
        cluster.pods(namespace).keepingApart().forEach(this::keepApart);
        for (PlacedPod other : cluster.farReaching()) {
            if (!other.key().namespace().equals(namespace)) {
                keepApart(other);
            }
        }
    }

    private List<PlacedPod> lastMatching = List.of();

    /** The pods that a term means. */
    private List<PlacedPod> matching(AffinityTerm term, boolean asBefore) {
        if (asBefore) {
            return lastMatching;
        }
        String own = pod.facts().key().namespace();
        Collection<PlacedPod> candidates = term.staysIn(own) ? cluster.pods(own).all() : cluster.allPods();
        List<PlacedPod> found = new ArrayList<>();
        for (PlacedPod other : candidates) {
            if (term.matches(other.key().namespace(), other.labels(), cluster)) {
                found.add(other);
            }
        }
        lastMatching = found;
        return found;
    }

    private @Nullable String place(PlacedPod other, String topologyKey) {
        return value(cluster.node(other.node()), topologyKey);
    }

    private static @Nullable String value(NodeState node, String topologyKey) {
        return node.labels().get(topologyKey) instanceof String text ? text : null;
    }

    private void addPlace(PlacedPod other, String topologyKey, Map<String, List<PlacedPod>> places) {
        String place = place(other, topologyKey);
        if (place != null) {
            places.computeIfAbsent(place, here -> new ArrayList<>()).add(other);
        }
    }

    private void keepApart(PlacedPod other) {
        List<AffinityTerm> terms = other.keepsApart();
        boolean meant = false;
        for (int i = 0; i < terms.size(); i++) {
            AffinityTerm term = terms.get(i);
            // Terms that differ in their topology only are the rule.
            boolean asBefore = i > 0
                    && term.selector().equals(terms.get(i - 1).selector())
                    && term.namespaces().equals(terms.get(i - 1).namespaces())
                    && term.namespaceSelector().equals(terms.get(i - 1).namespaceSelector());
            meant = asBefore
                    ? meant
                    : term.matches(pod.facts().key().namespace(), pod.facts().labels(), cluster);
            if (meant) {
                addPlace(
                        other,
                        term.topologyKey(),
                        othersApart.computeIfAbsent(term.topologyKey(), key -> new HashMap<>()));
            }
        }
    }

    private void like(List<AffinityTerm> terms, int sign) {
        for (AffinityTerm term : terms) {
            Map<String, Long> places = liked.computeIfAbsent(term.topologyKey(), key -> new HashMap<>());
            for (PlacedPod other : matching(term, false)) {
                String place = place(other, term.topologyKey());
                if (place != null) {
                    places.merge(place, sign * term.weight(), Long::sum);
                }
            }
        }
    }

    /**
     * Why a node is no good; null when it is.
     *
     * @param without pods that are taken to be gone
     */
    @Nullable
    String refusal(NodeState node, Absent without) {
        if (!isCloseEnough(node, without)) {
            return NOT_CLOSE;
        }
        if (isIn(node, apart, without)) {
            return NOT_APART;
        }
        return isIn(node, othersApart, without) ? OTHERS_NOT_APART : null;
    }

    private boolean isCloseEnough(NodeState node, Absent without) {
        boolean nobodyYet = true;
        for (int i = 0; i < close.size(); i++) {
            AffinityTerm term = pod.keepsClose().get(i);
            String place = value(node, term.topologyKey());
            if (place == null) {
                return false;
            }
            nobodyYet &= close.get(i).values().stream().allMatch(there -> areGone(there, without))
                    && term.matches(pod.facts().key().namespace(), pod.facts().labels(), cluster);
        }
        if (nobodyYet) {
            // The first of a group that wants to be together may be anywhere.
            return true;
        }
        for (int i = 0; i < close.size(); i++) {
            List<PlacedPod> there =
                    close.get(i).get(value(node, pod.keepsClose().get(i).topologyKey()));
            if (there == null || areGone(there, without)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(NodeState node, Map<String, Map<String, List<PlacedPod>>> places, Absent without) {
        for (Map.Entry<String, Map<String, List<PlacedPod>>> each : places.entrySet()) {
            String place = value(node, each.getKey());
            List<PlacedPod> there = place == null ? null : each.getValue().get(place);
            if (there != null && !areGone(there, without)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areGone(List<PlacedPod> pods, Absent without) {
        for (PlacedPod each : pods) {
            if (!without.contains(each)) {
                return false;
            }
        }
        return true;
    }

    /** How much the pod would like to be on a node, in no particular unit. */
    long liking(NodeState node) {
        long sum = 0;
        for (Map.Entry<String, Map<String, Long>> each : liked.entrySet()) {
            String place = value(node, each.getKey());
            Long weight = place == null ? null : each.getValue().get(place);
            sum += weight == null ? 0 : weight;
        }
        return sum;
    }

    boolean hasLikings() {
        return !liked.isEmpty();
    }
}
