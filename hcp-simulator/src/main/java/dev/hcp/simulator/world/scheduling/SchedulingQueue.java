package dev.hcp.simulator.world.scheduling;

import dev.hcp.reconcilers.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Pods without a node: those to be tried, the most important first, and those that no node takes, which wait until
 * something changes, and then a little longer after each failure.
 */
final class SchedulingQueue {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** A pod in the queue. */
    private static final class Entry {
        final ObjectKey key;
        final long priority;
        final long number;
        int failures;
        /** When it may be tried again after it failed. */
        Instant notBefore = Instant.MIN;

        Entry(ObjectKey key, long priority, long number) {
            this.key = key;
            this.priority = priority;
            this.number = number;
        }
    }

    private final Map<ObjectKey, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> active = new TreeSet<>(
            Comparator.comparingLong((Entry entry) -> -entry.priority).thenComparingLong(entry -> entry.number));
    private final TreeSet<Entry> resting = new TreeSet<>(
            Comparator.comparing((Entry entry) -> entry.notBefore).thenComparingLong(entry -> entry.number));
    private final TreeSet<Entry> stuck = new TreeSet<>(Comparator.comparingLong(entry -> entry.number));
    private long numbers;

    /** A pod wants a node; answers whether it is to be tried. One that no node took may fit by now, for it has changed. */
    boolean add(ObjectKey key, long priority) {
        Entry known = entries.get(key);
        if (known != null && !stuck.contains(known)) {
            return !resting.contains(known);
        }
        Entry entry = known != null ? known : new Entry(key, priority, numbers++);
        stuck.remove(entry);
        entries.put(key, entry);
        active.add(entry);
        return true;
    }

    void remove(ObjectKey key) {
        Entry entry = entries.remove(key);
        if (entry != null) {
            active.remove(entry);
            resting.remove(entry);
            stuck.remove(entry);
        }
    }

    /** The pod to try next. */
    @Nullable
    ObjectKey next(Instant now) {
        while (!resting.isEmpty() && !resting.first().notBefore.isAfter(now)) {
            active.add(resting.pollFirst());
        }
        Entry entry = active.pollFirst();
        return entry == null ? null : entry.key;
    }

    /** No node takes a pod. */
    void failed(ObjectKey key, Instant now) {
        Entry entry = entries.get(key);
        if (entry != null) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(entry.failures++, 10));
            entry.notBefore = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
            stuck.add(entry);
        }
    }

    /** Something changed that may help those that no node took. Answers whether there are any. */
    boolean retryStuck() {
        if (stuck.isEmpty()) {
            return false;
        }
        List<Entry> moved = new ArrayList<>(stuck);
        stuck.clear();
        resting.addAll(moved);
        return true;
    }

    /** As {@link #retryStuck()}, for the pods of a namespace. */
    boolean retryStuck(String namespace) {
        List<Entry> moved = new ArrayList<>();
        for (Entry entry : stuck) {
            if (entry.key.namespace().equals(namespace)) {
                moved.add(entry);
            }
        }
        moved.forEach(stuck::remove);
        resting.addAll(moved);
        return !moved.isEmpty();
    }

    /** When the next pod that rests may be tried. */
    Optional<Instant> nextTime() {
        return resting.isEmpty() ? Optional.empty() : Optional.of(resting.first().notBefore);
    }
}
