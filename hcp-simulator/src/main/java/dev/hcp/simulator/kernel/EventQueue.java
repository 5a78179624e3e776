package dev.hcp.simulator.kernel;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Events by time, then by the order in which they were added. Not thread-safe. */
final class EventQueue {
    /** One planned turn. */
    static final class Event implements Comparable<Event> {
        final long time;
        final WorkQueue.Slot<?> slot;
        /** Only a look at the state, which does not keep the world from being quiet. */
        final boolean periodic;

        private final long sequence;

        private Event(long time, long sequence, WorkQueue.Slot<?> slot, boolean periodic) {
            this.time = time;
            this.sequence = sequence;
            this.slot = slot;
            this.periodic = periodic;
        }

        @Override
        public int compareTo(Event other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(sequence, other.sequence);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(sequence);
        }
    }

    private final TreeSet<Event> events = new TreeSet<>();
    private long sequence;
    private int lively;

    Event add(long time, WorkQueue.Slot<?> slot, boolean periodic) {
        Event event = new Event(time, sequence++, slot, periodic);
        events.add(event);
        if (!periodic) {
            lively++;
        }
        return event;
    }

    void remove(Event event) {
        if (events.remove(event) && !event.periodic) {
            lively--;
        }
    }

    @Nullable
    Event peek() {
        return events.isEmpty() ? null : events.first();
    }

    @Nullable
    Event poll() {
        Event event = events.pollFirst();
        if (event != null && !event.periodic) {
            lively--;
        }
        return event;
    }

    /** Whether nothing but periodic events is planned. */
    boolean quiet() {
        return lively == 0;
    }
}
