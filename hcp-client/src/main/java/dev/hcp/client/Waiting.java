package dev.hcp.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How to wait until something is true.
 *
 * <p>On a real cluster time passes by itself: {@link #polling(Duration)}. On a simulated one somebody has to let it pass:
 * give a reference to the simulator's own wait, {@code simulator::runUntil}.
 */
@FunctionalInterface
public interface Waiting {
    /**
     * Waits until the condition holds.
     *
     * @param condition asked now and then; must not block for long
     * @param timeout how long to wait at most
     * @return whether the condition held in time
     * @throws WaitInterruptedException when the thread was interrupted; its interrupt flag stays set
     */
    boolean until(BooleanSupplier condition, Duration timeout);

    /** Asks at an interval of the wall clock. */
    static Waiting polling(Duration interval) {
        return (condition, timeout) -> {
            long deadline = System.nanoTime() + timeout.toNanos();
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(Math.min(left, interval.toNanos()));
                if (Thread.currentThread().isInterrupted()) {
                    throw new WaitInterruptedException();
                }
            }
            return true;
        };
    }
}
