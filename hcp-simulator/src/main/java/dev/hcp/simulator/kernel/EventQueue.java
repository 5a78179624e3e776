package dev.hcp.simulator.kernel;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Events by time, then by the order in which they were added. Not thread-safe. */
final class EventQueue {
    /** One planned turn. */
    static final class Event implements Comparable<Event> {
        final long time;
        final WorkQueue.Slot<?> slot;
        /** How many changes there had been when it was planned. */
        private final long seen;

        private final long sequence;
        private Waiting waiting;

        private Event(long time, long sequence, WorkQueue.Slot<?> slot, Waiting waiting, long seen) {
            this.time = time;
            this.sequence = sequence;
            this.slot = slot;
            this.waiting = waiting;
            this.seen = seen;
        }

        Waiting waiting() {
            return waiting;
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

    Event add(long time, WorkQueue.Slot<?> slot, Waiting waiting, long seen) {
        Event event = new Event(time, sequence++, slot, waiting, seen);
        events.add(event);
        if (waiting == Waiting.WORK) {
            lively++;
        }
        return event;
    }

    /**
     * Lets polls that were planned before the latest changes count as work, at their times.
     *
     * @param changes how many there have been
     * @return whether there are any
     */
    boolean reconsider(long changes) {
        boolean any = false;
        for (Event event : events) {
            if (event.waiting == Waiting.POLL && event.seen < changes) {
                event.waiting = Waiting.WORK;
                lively++;
                any = true;
            }
        }
        return any;
    }

    void remove(Event event) {
        if (events.remove(event) && event.waiting == Waiting.WORK) {
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
        if (event != null && event.waiting == Waiting.WORK) {
            lively--;
        }
        return event;
    }

    /** Whether no work is planned. */
    boolean quiet() {
        return lively == 0;
    }
}
