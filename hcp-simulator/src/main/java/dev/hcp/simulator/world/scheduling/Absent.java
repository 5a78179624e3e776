package dev.hcp.simulator.world.scheduling;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Pods that are taken to be gone. */
interface Absent {
    Absent NOBODY = of(Set.of());

    boolean contains(PlacedPod pod);

    /** All of them. */
    Collection<PlacedPod> pods();

    /** What their absence leaves free on a node. */
    Share on(NodeState node);

    static Absent of(Set<PlacedPod> pods) {
        return new Absent() {
            @Override
            public boolean contains(PlacedPod pod) {
                return pods.contains(pod);
            }

            @Override
            public Collection<PlacedPod> pods() {
                return pods;
            }

            @Override
            public Share on(NodeState node) {
                Share share = Share.NONE;
                for (PlacedPod pod : pods) {
                    share = pod.node().equals(node.name()) ? share.plus(pod, 1) : share;
                }
                return share;
            }
        };
    }

    /** All pods on a node that have a lower priority; they need not be gone through. */
    static Absent below(long priority, NodeState emptied) {
        return new Absent() {
            @Override
            public boolean contains(PlacedPod pod) {
                return pod.priority() < priority && pod.node().equals(emptied.name());
            }

            @Override
            public List<PlacedPod> pods() {
                return emptied.below(priority);
            }

            @Override
            public Share on(NodeState node) {
                return node == emptied ? emptied.shareBelow(priority) : Share.NONE;
            }
        };
    }
}
