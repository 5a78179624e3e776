package dev.hcp.simulator.world.capi;

import dev.hcp.simulator.world.IntOrPercent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of a MachineDeployment's rollout: how many machines each of its machine sets shall have next.
 *
 * @param desired replicas of the deployment
 * @param surge how many machines there may be beyond that
 * @param unavailable how many may be missing
 */
record Rollout(int desired, int surge, int unavailable) {
    /**
     * A machine set as the arithmetic sees it.
     *
     * @param age position by creation, the oldest being the lowest
     * @param spec replicas it shall have
     * @param actual machines it has, those being deleted included
     * @param available machines that are available
     * @param deleting how many of its machines are being deleted
     */
    record Size(String name, long age, int spec, int actual, int available, int deleting) {
        Size(String name, long age, int spec, int actual, int available) {
            this(name, age, spec, actual, available, 0);
        }

        /** How many of its machines count as available: those that are on their way out do not, however well they run. */
        private int serving() {
            return Math.min(available, spec);
        }

        private Size scaled(int replicas) {
            return new Size(name, age, replicas, actual, available, deleting);
        }
    }

    /** The rollout of a deployment with these limits as its spec gives them: integers or percentages. */
    static Rollout of(int desired, @Nullable Object maxSurge, @Nullable Object maxUnavailable) {
        int surge = IntOrPercent.of(maxSurge, desired, true, 1);
        int unavailable = IntOrPercent.of(maxUnavailable, desired, false, 0);
        if (surge == 0 && unavailable == 0) {
            unavailable = 1;
        }
        return new Rollout(desired, surge, Math.min(unavailable, desired));
    }

    /** One step of a rolling update: replicas by set name, of those sets that change. */
    Map<String, Integer> rolling(Size current, List<Size> old) {
        Map<String, Integer> changes = new LinkedHashMap<>();
        Size grown = current.scaled(sizeOfNew(current, old));
        if (grown.spec() != current.spec()) {
            changes.put(grown.name(), grown.spec());
        }
        List<Size> oldestFirst = oldestFirst(old);
        List<Size> shrunk = shrinkOld(grown, oldestFirst);
        for (int i = 0; i < shrunk.size(); i++) {
            if (shrunk.get(i).spec() != oldestFirst.get(i).spec()) {
                changes.put(shrunk.get(i).name(), shrunk.get(i).spec());
            }
        }
        return changes;
    }

    /**
     * One step where machines are replaced only when somebody deletes them. Old sets follow these deletions, and give up
     * what the deployment wants less of; a new machine comes when the old one is gone.
     */
    Map<String, Integer> onDelete(Size current, List<Size> old) {
        Map<String, Integer> changes = new LinkedHashMap<>();
        int machines = Math.max(current.spec(), current.actual());
        int wanted = current.spec();
        for (Size set : old) {
            machines += Math.max(set.spec(), set.actual());
            wanted += set.spec();
        }
        int next = Math.min(current.spec() + Math.max(0, desired - machines), desired);
        if (next != current.spec()) {
            changes.put(current.name(), next);
        }
        int surplus = wanted - desired;
        for (Size set : oldestFirst(old)) {
            int kept = Math.min(set.spec(), Math.max(0, set.actual() - set.deleting()));
            surplus -= set.spec() - kept;
            int removed = Math.min(kept, Math.max(0, surplus));
            surplus -= removed;
            if (kept - removed != set.spec()) {
                changes.put(set.name(), kept - removed);
            }
        }
        return changes;
    }

    private static List<Size> oldestFirst(List<Size> sets) {
        List<Size> sorted = new ArrayList<>(sets);
        sorted.sort(Comparator.comparingLong(Size::age).thenComparing(Size::name));
        return sorted;
    }

    private int sizeOfNew(Size current, List<Size> old) {
        if (current.spec() >= desired) {
            return desired;
        }
        int machines = Math.max(current.spec(), current.actual());
        for (Size set : old) {
            machines += Math.max(set.spec(), set.actual());
        }
        int room = Math.max(0, desired + surge - machines);
        return current.spec() + Math.min(room, desired - current.spec());
    }

    private List<Size> shrinkOld(Size current, List<Size> oldestFirst) {
        int wanted = oldestFirst.stream().mapToInt(Size::spec).sum();
        int minimum = desired - unavailable;
        int budget = wanted + current.spec() - minimum - (current.spec() - current.serving());
        if (wanted == 0 || budget <= 0) {
            return oldestFirst;
        }
        List<Size> result = new ArrayList<>();
        for (Size set : oldestFirst) {
            int broken = Math.max(0, set.spec() - set.serving());
            int removed = Math.min(budget, broken);
            budget -= removed;
            result.add(set.scaled(set.spec() - removed));
        }
        int surplus = current.serving() - minimum;
        for (Size set : result) {
            surplus += set.serving();
        }
        for (int i = 0; i < result.size() && surplus > 0; i++) {
            Size set = result.get(i);
            int removed = Math.min(set.spec(), surplus);
            surplus -= removed;
            result.set(i, set.scaled(set.spec() - removed));
        }
        return result;
    }
}
