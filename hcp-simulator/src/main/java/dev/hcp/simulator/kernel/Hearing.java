package dev.hcp.simulator.kernel;

import java.time.Duration;

/**
 * How actors hear of changes of a kind.
 *
 * @param silent not at all until this changes, then of all that they missed
 * @param late up to so long after the change, each time as the seed has it
 * @param twice their turn comes once more soon after the one that the change is good for
 */
public record Hearing(boolean silent, Duration late, boolean twice) {
    /** At once and once. */
    public static final Hearing WELL = new Hearing(false, Duration.ZERO, false);
}
