package dev.hcp.simulator.apiserver.pods;

import java.time.Instant;
import java.util.List;

/** What a container has printed so far, and may print yet. Thread-safe. */
public interface ContainerLog {
    /**
     * A line.
     *
     * @param time when it was printed
     * @param text the line, without its line feed
     */
    record Line(Instant time, String text) {}

    /** The lines from a position on, oldest first. */
    List<Line> lines(int from);

    /** Whether nothing will be added: the container has ended. */
    boolean ended();

    /**
     * Asks to be told when there is more, or the end. The callback may come from any thread and must not wait.
     *
     * @return ends the subscription
     */
    Runnable subscribe(Runnable more);

    /** A log to which nothing will be added. */
    static ContainerLog of(List<Line> lines) {
        List<Line> all = List.copyOf(lines);
        return new ContainerLog() {
            @Override
            public List<Line> lines(int from) {
                return all.subList(Math.min(from, all.size()), all.size());
            }

            @Override
            public boolean ended() {
                return true;
            }

            @Override
            public Runnable subscribe(Runnable more) {
                return () -> {};
            }
        };
    }
}
