package dev.hcp.simulator.kernel;

import java.time.Duration;

/**
 * Something that acts in simulated time, as a controller, a kubelet or a machine does.
 *
 * <p>It is level-triggered: changes it watches are mapped to keys, a key is in its work queue at most once however many
 * changes named it, and when its turn comes the actor looks at the newest state and moves it on. One thread runs all
 * turns, one after the other, so an actor needs no locks. What it remembers between turns must be derivable from the
 * objects it sees.
 *
 * @param <K> key of its work queue: a value with equality and a text that does not vary from run to run
 */
public interface Actor<K> {
    /** Short name: the source of its entries in the history, and its field manager. */
    String name();

    /** Registers what it watches. Called once, before the first turn; objects that exist already are not announced. */
    void start(ActorContext<K> context);

    /** Acts on one key. An exception counts as {@link Turn#failed(String)} with its message. */
    Turn act(K key, ActorContext<K> context);

    /**
     * How long after a change this actor has dealt with it; what changes in between is seen together. Never shorter than the
     * kernel's own latency, which is the default.
     */
    default Duration latency() {
        return Duration.ZERO;
    }

    /** Whether it can only act while the management cluster's API server is there, as all do that are not machines. */
    default boolean needsManagementApi() {
        return true;
    }

    /** How a failing key is retried. */
    default Backoff backoff() {
        return Backoff.CONTROLLER_RUNTIME;
    }
}
