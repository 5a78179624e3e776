package dev.hcp.client;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How to let time pass on a simulated management cluster until something is true: give a reference to the simulator's own
 * wait, {@code simulator::runUntil}. On a real cluster time passes by itself, and clients wait by watching. Called on the thread
 * that waits, by several at once where several wait.
 */
@FunctionalInterface
public interface Waiting {
    /**
     * Waits until the condition holds.
     *
     * @param condition asked whenever something may have changed
     * @param timeout how long to wait at most, in simulated time
     * @return whether the condition held in time
     */
    boolean until(BooleanSupplier condition, Duration timeout);
}
