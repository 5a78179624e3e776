package dev.hcp.reconcilers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reconciler wants done, in order, and what shall happen after.
 *
 * <p>Intents whose result the world already shows are not in it, so a quiet pass is the empty plan. Immutable.
 *
 * @param intents what to do, in this order
 * @param requeueAfter when to reconcile again although nothing changes, if at all
 * @param failure set when the pass failed; the intents take effect first, then it is retried with back-off
 */
public record Plan(List<Intent> intents, Optional<Duration> requeueAfter, Optional<String> failure) {
    /** Nothing to do. */
    public static final Plan NOTHING = new Plan(List.of(), Optional.empty(), Optional.empty());

    public Plan {
        intents = List.copyOf(intents);
    }

    /** This plan and then another: what both want, looking again as soon as either asks. */
    public Plan then(Plan next) {
        if (next.equals(NOTHING)) {
            return this;
        }
        List<Intent> both = new ArrayList<>(intents);
        both.addAll(next.intents);
        Optional<Duration> sooner = Stream.of(requeueAfter, next.requeueAfter)
                .flatMap(Optional::stream)
                .min(Duration::compareTo);
        return new Plan(both, sooner, failure.or(next::failure));
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return intents.isEmpty();
    }
}
