package dev.hcp.simulator.kernel;

import dev.hcp.simulator.apiserver.Objects;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What an actor has to work with. To be used within {@link Actor#start} and {@link Actor#act} only.
 *
 * @param <K> key of the actor's work queue
 */
public interface ActorContext<K> {
    /** The virtual time. */
    Instant now();

    /**
     * A stream of random numbers of its own for a key, the same in every run with the same seed. It does not depend on
     * what other streams were asked for; asking again begins the stream again, so put into the key what the number is
     * for and, where it is drawn repeatedly, an attempt.
     */
    RandomGenerator random(String key);

    /**
     * Watches a kind in the management cluster. A change is mapped to keys soon after it was committed, in commit order.
     *
     * @param group API group, empty for the core group; any served version counts
     * @param keys from a change to the keys it concerns, cheaply
     */
    void watch(String group, String kind, Function<Objects.Change, ? extends Collection<K>> keys);

    /** As {@link #watch}, of every kind. */
    void watchAll(Function<Objects.Change, ? extends Collection<K>> keys);

    /** As {@link #watch}, in every other API server: the function gets the server's name too. */
    void watchHosted(String group, String kind, BiFunction<String, Objects.Change, ? extends Collection<K>> keys);

    /** Puts a key into the work queue, as a watched change does. */
    void enqueue(K key);

    /** Puts a key into the work queue when the delay has passed, unless its turn comes earlier for another reason. */
    void enqueueAfter(K key, Duration delay);

    /** Adds a notable step to the history; no secrets. */
    void note(String subject, String text);
}
