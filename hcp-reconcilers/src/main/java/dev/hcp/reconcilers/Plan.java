package dev.hcp.reconcilers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return intents.isEmpty();
    }
}
