package dev.hcp.simulator.world.capi;

import dev.hcp.reconcilers.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The time that a controller needs to go through all the machines of an object, before it can do so again. Without it, ten
 * thousand machines that come up one after the other would each be looked at ten thousand times.
 */
final class Pace {
    /** With up to a hundred machines the next turn comes later than this by itself. */
    private static final Duration PER_MACHINE = Duration.ofNanos(100_000);

    private static final int ALWAYS_READY = 100;

    private final Map<ObjectKey, Instant> busyUntil = new HashMap<>();

    /** How long the controller is busy with an object still; empty when it is ready. */
    Optional<Duration> rest(ObjectKey key, Instant now) {
        Instant until = busyUntil.get(key);
        if (until == null || !until.isAfter(now)) {
            busyUntil.remove(key);
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, until));
    }

    /** The controller goes through so many machines now. */
    void begin(ObjectKey key, int machines, Instant now) {
        if (machines > ALWAYS_READY) {
            busyUntil.put(key, now.plus(PER_MACHINE.multipliedBy(machines)));
        }
    }
}
