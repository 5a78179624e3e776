package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.kinds.Selections;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pods of one namespace that are on nodes. How many of a group there are on each node is counted once for groups that
 * are asked for, and kept up as pods come and go, so that the thousandth pod of a group costs what the first did.
 */
final class NamespacePods {
    /** Among fewer pods, counting costs less than keeping count. */
    private static final int MANY = 200;

    private static final int GROUPS = 16;

    /** Some of the pods. */
    sealed interface Group {
        boolean has(PlacedPod pod);

        /** Pods that a label selector selects and that are not about to go. */
        record Selected(JsonObject selector) implements Group {
            @Override
            public boolean has(PlacedPod pod) {
                return !pod.deleting() && Selections.selects(selector, pod.labels());
            }
        }

        /** Pods of a controller that are not about to go. */
        record OwnedBy(String uid) implements Group {
            @Override
            public boolean has(PlacedPod pod) {
                return !pod.deleting() && pod.owner().equals(uid);
            }
        }
    }

    /** The groups that were asked for last, the least recently used first. */
    private static final class Counted extends LinkedHashMap<Group, Map<String, Integer>> {
        private static final long serialVersionUID = 1L;

        Counted() {
            super(GROUPS, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Group, Map<String, Integer>> eldest) {
            return size() > GROUPS;
        }
    }

    private final Map<String, PlacedPod> pods = new HashMap<>();
    private final Map<String, PlacedPod> apart = new HashMap<>();
    private final Counted counted = new Counted();

    void add(PlacedPod pod) {
        pods.put(pod.key().name(), pod);
        if (!pod.keepsApart().isEmpty()) {
            apart.put(pod.key().name(), pod);
        }
        counted.forEach((group, byNode) -> count(group, byNode, pod, 1));
    }

    void remove(PlacedPod pod) {
        pods.remove(pod.key().name());
        apart.remove(pod.key().name());
        counted.forEach((group, byNode) -> count(group, byNode, pod, -1));
    }

    private static void count(Group group, Map<String, Integer> byNode, PlacedPod pod, int sign) {
        if (group.has(pod)) {
            byNode.merge(pod.node(), sign, Integer::sum);
            byNode.remove(pod.node(), 0);
        }
    }

    boolean isEmpty() {
        return pods.isEmpty();
    }

    @Nullable
    PlacedPod find(String name) {
        return pods.get(name);
    }

    /** All pods, in no order. */
    Collection<PlacedPod> all() {
        return pods.values();
    }

    /** The pods that keep apart from others, in no order. */
    Collection<PlacedPod> keepingApart() {
        return apart.values();
    }

    /** How many pods of a group there are by node, where there are any. */
    Map<String, Integer> byNode(Group group) {
        Map<String, Integer> known = counted.get(group);
        if (known != null) {
            return known;
        }
        Map<String, Integer> byNode = new HashMap<>();
        for (PlacedPod pod : pods.values()) {
            count(group, byNode, pod, 1);
        }
        if (pods.size() >= MANY) {
            counted.put(group, byNode);
        }
        return byNode;
    }
}
