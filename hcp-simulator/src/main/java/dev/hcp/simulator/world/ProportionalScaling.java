package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a Deployment or a MachineDeployment that is told another number, while it is paused or in the middle of a rollout,
 * shares it among its sets: each keeps its part of the whole.
 *
 * @param desired replicas of the deployment
 * @param surge how many there may be beyond that
 * @param actual replicas that its status counts
 * @param shares whether several sets share, as they do in rolling updates; if not, only one that is alone is scaled
 */
public record ProportionalScaling(int desired, int surge, int actual, boolean shares) {
    /**
     * A set of the deployment.
     *
     * @param created when it was made, as its metadata says
     * @param spec replicas it shall have
     * @param available replicas of it that are available
     * @param desiredThen replicas of the deployment when the set was last scaled, if it says so
     * @param mostThen the same with the surge
     */
    public record Member(
            String name,
            String created,
            int spec,
            int available,
            Optional<Integer> desiredThen,
            Optional<Integer> mostThen) {
        /** What a set says of itself; annotations of that prefix tell of the last time it was scaled. */
        public static Member of(JsonObject set, String prefix) {
            return new Member(
                    Meta.name(set),
                    String.valueOf(set.text("metadata", "creationTimestamp")),
                    (int) set.integer(0, "spec", "replicas"),
                    (int) set.integer(0, "status", "availableReplicas"),
                    annotation(set, prefix + "desired-replicas"),
                    annotation(set, prefix + "max-replicas"));
        }

        private static Optional<Integer> annotation(JsonObject set, String name) {
            String text = set.text("metadata", "annotations", name);
            return text == null || !text.matches("[0-9]{1,9}") ? Optional.empty() : Optional.of(Integer.valueOf(text));
        }
    }

    /** Whether a set at work was scaled for another number. */
    public boolean isDue(List<Member> sets) {
        return sets.stream()
                .anyMatch(set -> set.spec() > 0
                        && set.desiredThen().filter(then -> then != desired).isPresent());
    }

    /**
     * The replicas of the sets that are to be scaled, by name, also of those whose number stays.
     *
     * @param current the set of the deployment's template
     */
    public Map<String, Integer> next(Optional<Member> current, List<Member> old) {
        List<Member> all = new ArrayList<>(old);
        current.ifPresent(all::add);
        List<Member> active = all.stream().filter(set -> set.spec() > 0).toList();
        Map<String, Integer> next = new LinkedHashMap<>();
        if (active.size() <= 1) {
            Optional<Member> only = active.isEmpty()
                    ? current.or(() -> old.stream().max(Comparator.comparing(Member::created)))
                    : Optional.of(active.get(0));
            only.ifPresent(set -> next.put(set.name(), desired));
        } else if (current.filter(this::saturated).isPresent()) {
            for (Member set : old) {
                if (set.spec() > 0) {
                    next.put(set.name(), 0);
                }
            }
        } else if (shares) {
            share(active, next);
        }
        return next;
    }

    private boolean saturated(Member set) {
        return set.spec() == desired
                && set.desiredThen().filter(then -> then == desired).isPresent()
                && set.available() == desired;
    }

    private void share(List<Member> active, Map<String, Integer> next) {
        int sum = active.stream().mapToInt(Member::spec).sum();
        int toAdd = (desired > 0 ? desired + surge : 0) - sum;
        Comparator<String> age = toAdd > 0 ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Member> largestFirst = new ArrayList<>(active);
        largestFirst.sort(Comparator.comparingInt((Member set) -> -set.spec())
                .thenComparing(Member::created, age)
                .thenComparing(Member::name));
        int added = 0;
        for (Member set : largestFirst) {
            int part = toAdd == added
                    ? 0
                    : toAdd > 0 ? Math.min(part(set), toAdd - added) : Math.max(part(set), toAdd - added);
            added += part;
            next.put(set.name(), set.spec() + part);
        }
        // What rounding leaves goes to the largest.
        int rest = toAdd - added;
        next.computeIfPresent(largestFirst.get(0).name(), (name, size) -> Math.max(0, size + rest));
    }

    private int part(Member set) {
        if (desired == 0) {
            return -set.spec();
        }
        double before = set.mostThen().orElse(actual);
        double size = (double) set.spec() * (desired + surge) / before;
        return (int) Math.floor(size + 0.5) - set.spec();
    }
}
