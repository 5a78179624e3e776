package dev.hcp.simulator.apiserver.pods;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log that is being written. Thread-safe. */
public final class GrowingLog implements ContainerLog {
    private final List<Line> lines = new ArrayList<>();
    private final CopyOnWriteArrayList<Runnable> readers = new CopyOnWriteArrayList<>();
    private boolean ended;

    /** Adds a line. */
    public void print(Instant time, String text) {
        synchronized (lines) {
            if (ended) {
                throw new IllegalStateException("the log has ended; cannot add: " + text);
            }
            lines.add(new Line(time, text));
        }
        readers.forEach(Runnable::run);
    }

    /** Says that nothing will be added. */
    public void end() {
        synchronized (lines) {
            ended = true;
        }
        readers.forEach(Runnable::run);
    }

    @Override
    public List<Line> lines(int from) {
        synchronized (lines) {
            return List.copyOf(lines.subList(Math.min(from, lines.size()), lines.size()));
        }
    }

    @Override
    public boolean ended() {
        synchronized (lines) {
            return ended;
        }
    }

    @Override
    public Runnable subscribe(Runnable more) {
        readers.add(more);
        return () -> readers.remove(more);
    }
}
