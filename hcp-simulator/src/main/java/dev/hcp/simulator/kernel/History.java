package dev.hcp.simulator.kernel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;

/**
 * What happened, in order: commands from outside, commits, failures and notable steps, each with its virtual time.
 *
 * <p>Equal seeds and commands give equal text. The oldest entries go when there are more than the limit. Thread-safe.
 */
public final class History {
    private final int limit;
    private final ArrayDeque<HistoryEntry> entries = new ArrayDeque<>();
    private long dropped;

    History(int limit) {
        this.limit = limit;
    }

    synchronized void add(HistoryEntry entry) {
        if (entries.size() >= limit) {
            entries.removeFirst();
            dropped++;
        }
        entries.addLast(entry);
    }

    /** The entries there are, oldest first. */
    public synchronized List<HistoryEntry> entries() {
        return List.copyOf(entries);
    }

    /** How many entries have gone because there were too many. */
    public synchronized long dropped() {
        return dropped;
    }

    /** One line per entry: the virtual time since the start as {@code h:mm:ss.mmm}, then what happened. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (HistoryEntry entry : entries()) {
            text.append(clock(entry.at())).append(' ').append(entry.text()).append('\n');
        }
        return text.toString();
    }

    /** A time since the start as {@code h:mm:ss.mmm}. */
    public static String clock(long nanos) {
        Duration time = Duration.ofNanos(nanos);
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%03d",
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart(),
                time.toMillisPart());
    }
}
