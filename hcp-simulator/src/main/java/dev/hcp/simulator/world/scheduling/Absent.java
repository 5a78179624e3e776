package dev.hcp.simulator.world.scheduling;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Pods that are taken to be gone.
 *
 * @param has whether a pod is one of them
 * @param pods all of them
 */
record Absent(Predicate<PlacedPod> has, Collection<PlacedPod> pods) {
    static final Absent NOBODY = new Absent(pod -> false, List.of());

    static Absent of(Set<PlacedPod> pods) {
        return new Absent(pods::contains, pods);
    }

    boolean contains(PlacedPod pod) {
        return has.test(pod);
    }
}
