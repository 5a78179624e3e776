package dev.hcp.simulator.kernel;

import java.time.Duration;

/**
 * Exponential back-off: the delay doubles with each failure in a row.
 *
 * @param first delay after the first failure
 * @param limit the longest delay
 */
public record Backoff(Duration first, Duration limit) {
    /** The default of controller-runtime: 5 ms to 1000 s. */
    public static final Backoff CONTROLLER_RUNTIME = new Backoff(Duration.ofMillis(5), Duration.ofSeconds(1000));

    /** What the HyperShift operator sets for its controllers: 1 s to 10 s. */
    public static final Backoff HYPERSHIFT = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** The delay after a number of failures in a row, the first being 1. */
    Duration after(int failures) {
        int doublings = Math.min(failures - 1, 30);
        Duration delay = first.multipliedBy(1L << doublings);
        return delay.compareTo(limit) < 0 ? delay : limit;
    }
}
