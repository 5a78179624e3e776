package dev.hcp.simulator.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a turn of an actor ended. The last turn of a key decides: a requeue asked for by an earlier one is forgotten.
 */
public final class Turn {
    private static final Turn DONE = new Turn(null, false, null);

    private final @Nullable Duration delay;
    private final boolean periodic;
    private final @Nullable String failure;

    private Turn(@Nullable Duration delay, boolean periodic, @Nullable String failure) {
        this.delay = delay;
        this.periodic = periodic;
        this.failure = failure;
    }

    /** Nothing to do until something changes. */
    public static Turn done() {
        return DONE;
    }

    /** There will be something to do after a while, although nothing changes. */
    public static Turn requeueAfter(Duration delay) {
        return new Turn(delay, false, null);
    }

    /** As {@link #requeueAfter}, only to look again: such a timer does not keep the world from being quiet. */
    public static Turn resyncAfter(Duration delay) {
        return new Turn(delay, true, null);
    }

    /** The turn failed and is retried with the actor's {@link Actor#backoff() back-off}. */
    public static Turn failed(String message) {
        return new Turn(null, false, message);
    }

    @Nullable
    Duration delay() {
        return delay;
    }

    boolean periodic() {
        return periodic;
    }

    @Nullable
    String failure() {
        return failure;
    }
}
