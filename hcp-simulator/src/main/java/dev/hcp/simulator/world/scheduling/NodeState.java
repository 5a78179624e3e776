package dev.hcp.simulator.world.scheduling;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.Meta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A node with what is taken of it. The sums follow each pod that comes or goes, so nobody adds them up again. */
final class NodeState {
    private final String name;
    private JsonObject labels = JsonObject.EMPTY;
    private List<Taint> taints = List.of();
    private boolean unschedulable;
    private boolean exists;
    private JsonObject allocatable = JsonObject.EMPTY;
    private long cpu;
    private long memory;
    private long pods;
    private Share used = Share.NONE;
    private final Map<String, Long> usedOthers = new HashMap<>();
    private final Map<String, PlacedPod> placed = new HashMap<>();
    private final Map<String, PlacedPod> nominated = new HashMap<>();
    private final TreeMap<Long, Share> byPriority = new TreeMap<>();

    NodeState(String name) {
        this.name = name;
    }

    /** Takes what the object says; answers whether that makes a difference to pods that wait. */
    boolean update(JsonObject node, Quantities quantities) {
        JsonObject newLabels = node.object("metadata", "labels");
        List<Taint> newTaints = Taint.of(node.array("spec", "taints"));
        boolean newUnschedulable = node.isTrue("spec", "unschedulable") || Meta.deleting(node);
        JsonObject newAllocatable = node.object("status", "allocatable");
        boolean changed = !exists
                || newUnschedulable != unschedulable
                || !newLabels.equals(labels)
                || !newTaints.equals(taints)
                || !newAllocatable.equals(allocatable);
        exists = true;
        labels = newLabels;
        taints = newTaints;
        unschedulable = newUnschedulable;
        allocatable = newAllocatable;
        cpu = quantities.millis(newAllocatable.get("cpu"));
        memory = quantities.units(newAllocatable.get("memory"));
        pods = quantities.units(newAllocatable.get("pods"));
        return changed;
    }

    /** The node is no more, although pods may still say that they are on it. */
    void gone() {
        exists = false;
    }

    boolean exists() {
        return exists;
    }

    String name() {
        return name;
    }

    JsonObject labels() {
        return labels;
    }

    List<Taint> taints() {
        return taints;
    }

    boolean isUnschedulable() {
        return unschedulable;
    }

    long cpu() {
        return cpu;
    }

    long memory() {
        return memory;
    }

    long pods() {
        return pods;
    }

    Share used() {
        return used;
    }

    long free(String resource, Quantities quantities) {
        return quantities.units(allocatable.get(resource)) - usedOthers.getOrDefault(resource, 0L);
    }

    Collection<PlacedPod> placed() {
        return placed.values();
    }

    /** Pods that victims make room for. */
    Collection<PlacedPod> nominated() {
        return nominated.values();
    }

    void add(PlacedPod pod) {
        placed.put(pod.uid(), pod);
        count(pod, 1);
    }

    void remove(PlacedPod pod) {
        if (placed.remove(pod.uid()) != null) {
            count(pod, -1);
        }
    }

    void nominate(PlacedPod pod) {
        nominated.put(pod.uid(), pod);
    }

    void withdraw(String uid) {
        nominated.remove(uid);
    }

    private void count(PlacedPod pod, int sign) {
        used = used.plus(pod, sign);
        pod.demands().others().forEach((resource, amount) -> usedOthers.merge(resource, sign * amount, Long::sum));
        Share share = byPriority.getOrDefault(pod.priority(), Share.NONE).plus(pod, sign);
        if (share.pods() == 0) {
            byPriority.remove(pod.priority());
        } else {
            byPriority.put(pod.priority(), share);
        }
    }

    /** What the pods of a lower priority than that take. */
    Share shareBelow(long priority) {
        Share sum = Share.NONE;
        for (Share share : byPriority.headMap(priority).values()) {
            sum = sum.plus(share);
        }
        return sum;
    }

    /** The pods of a lower priority than that. */
    List<PlacedPod> below(long priority) {
        List<PlacedPod> found = new ArrayList<>();
        for (PlacedPod pod : placed.values()) {
            if (pod.priority() < priority) {
                found.add(pod);
            }
        }
        return found;
    }
}
