package dev.hcp.reconcilers;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many Events a source may write about an object, as in client-go: 25 at once, then one every five minutes. A pass that
 * fails again and again would otherwise write one each time.
 *
 * <p>Remembers the 4,096 pairs of source and object that were asked for last. Thread-safe.
 */
public final class EventAllowance {
    private static final int AT_ONCE = 25;
    private static final Duration ONE_MORE = Duration.ofMinutes(5);

    private record Pair(String source, String object) {}

    /** What is left, and since when it grows. */
    private record Left(int events, Instant since) {
        Left at(Instant now) {
            long grown = Duration.between(since, now).dividedBy(ONE_MORE);
            return events + grown >= AT_ONCE
                    ? new Left(AT_ONCE, now)
                    : new Left(events + (int) grown, since.plus(ONE_MORE.multipliedBy(grown)));
        }
    }

    private static final class Recent extends LinkedHashMap<Pair, Left> {
        private static final long serialVersionUID = 1L;
        private static final int LIMIT = 4096;

        Recent() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Left> eldest) {
            return size() > LIMIT;
        }
    }

    private final Recent left = new Recent();

    /**
     * Takes one Event from what is left.
     *
     * @param source who writes it
     * @param object uid of the object that it is about
     * @return whether there was one left
     */
    public synchronized boolean take(String source, String object, Instant now) {
        Pair pair = new Pair(source, object);
        Left before = left.getOrDefault(pair, new Left(AT_ONCE, now)).at(now);
        boolean allowed = before.events() > 0;
        left.put(pair, allowed ? new Left(before.events() - 1, before.since()) : before);
        return allowed;
    }
}
