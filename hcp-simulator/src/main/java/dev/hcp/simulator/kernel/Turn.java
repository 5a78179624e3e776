package dev.hcp.simulator.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a turn of an actor ended. The last turn of a key decides: a requeue asked for by an earlier one is forgotten.
 */
public final class Turn {
    private static final Turn DONE = new Turn(null, Waiting.WORK, null);

    private final @Nullable Duration delay;
    private final Waiting waiting;
    private final @Nullable String failure;

    private Turn(@Nullable Duration delay, Waiting waiting, @Nullable String failure) {
        this.delay = delay;
        this.waiting = waiting;
        this.failure = failure;
    }

    /** Nothing to do until something changes. */
    public static Turn done() {
        return DONE;
    }

    /** There will be something to do after a while, although nothing changes. */
    public static Turn requeueAfter(Duration delay) {
        return new Turn(delay, Waiting.WORK, null);
    }

    /**
     * Something is missing, and nobody will announce it: as {@link #requeueAfter}, but such a timer does not keep the world
     * from being quiet, except after a fault.
     */
    public static Turn pollAfter(Duration delay) {
        return new Turn(delay, Waiting.POLL, null);
    }

    /** As {@link #requeueAfter}, for what comes round in any case: such a timer never keeps the world from being quiet. */
    public static Turn resyncAfter(Duration delay) {
        return new Turn(delay, Waiting.ROUTINE, null);
    }

    /** The turn failed and is retried with the actor's {@link Actor#backoff() back-off}. */
    public static Turn failed(String message) {
        return new Turn(null, Waiting.WORK, message);
    }

    @Nullable
    Duration delay() {
        return delay;
    }

    Waiting waiting() {
        return waiting;
    }

    @Nullable
    String failure() {
        return failure;
    }
}
