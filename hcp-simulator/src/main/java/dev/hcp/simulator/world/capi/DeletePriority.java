package dev.hcp.simulator.world.capi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which machines of a set go first when it shrinks. */
enum DeletePriority {
    /** The default: by health only, so among equals by name. */
    RANDOM,
    /** The oldest healthy machine first. */
    OLDEST,
    /** The newest healthy machine first. */
    NEWEST;

    private static final double MUST = 100;
    private static final double BETTER = 50;
    private static final double ANNOTATED = 75;
    private static final double COULD = 20;
    private static final double DAYS_TO_FADE = 10;

    /**
     * A machine as the choice sees it.
     *
     * @param deleting whether it is being deleted already
     * @param annotated whether it carries the annotation {@code cluster.x-k8s.io/delete-machine}
     * @param healthy whether it has a node that is healthy, and no failure
     * @param age time since its creation
     */
    record Candidate(String name, boolean deleting, boolean annotated, boolean healthy, Duration age) {}

    /** The policy of a MachineSet's {@code spec.deletePolicy}; unknown and absent ones are {@code Random}. */
    static DeletePriority of(@org.jspecify.annotations.Nullable Object policy) {
        if ("Oldest".equals(policy)) {
            return OLDEST;
        }
        return "Newest".equals(policy) ? NEWEST : RANDOM;
    }

    /** The names of the machines to delete, so many of them. */
    List<String> choose(List<Candidate> machines, int count) {
        List<Candidate> sorted = new ArrayList<>(machines);
        sorted.sort(Comparator.comparingDouble(this::priority).reversed().thenComparing(Candidate::name));
        return sorted.stream().limit(Math.max(0, count)).map(Candidate::name).toList();
    }

    private double priority(Candidate machine) {
        if (machine.deleting()) {
            return MUST;
        }
        if (machine.annotated()) {
            return this == RANDOM ? BETTER : ANNOTATED;
        }
        if (!machine.healthy()) {
            return BETTER;
        }
        double old = BETTER * (1 - Math.exp(-machine.age().toMillis() / (DAYS_TO_FADE * 86_400_000)));
        return switch (this) {
            case RANDOM -> COULD;
            case OLDEST -> old;
            case NEWEST -> BETTER - old;
        };
    }
}
