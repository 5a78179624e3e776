package dev.hcp.simulator.apiserver.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader that follows the changes of a collection or a part of it. It never makes the writer wait and never holds more
 * than a bounded backlog: one that falls behind is cut off. One thread polls; the wake-up comes on the writer's.
 */
public final class Watcher implements AutoCloseable {
    private static final Runnable NOTHING = () -> {};

    private final ObjectCollection collection;
    private final String scope;
    private final int capacity;
    private final long start;
    private final Deque<Commit> backlog;
    private long polled;
    private volatile Runnable wakeUp = NOTHING;
    private volatile boolean cutOff;
    private boolean closed;

    /**
     * @param revision the revision after which it watches; may be one to come
     * @param missed what has been committed since then
     * @param patience how many commits may wait in addition
     */
    Watcher(ObjectCollection collection, String scope, long revision, List<Commit> missed, int patience) {
        this.collection = collection;
        this.scope = scope;
        this.start = revision;
        this.polled = revision;
        this.backlog = new ArrayDeque<>(missed);
        this.capacity = missed.size() + patience;
    }

    String scope() {
        return scope;
    }

    /** Asks to be woken after commits that concern this watcher; the callback must only schedule a poll. */
    public void onCommit(Runnable callback) {
        wakeUp = callback;
    }

    /** The next commit that concerns this watcher, or null when there is none yet, or never again. */
    public @Nullable Commit poll() {
        synchronized (backlog) {
            Commit next = backlog.poll();
            if (next != null) {
                polled = next.revision();
            }
            return next;
        }
    }

    /** The revision up to which everything that concerns this watcher has been polled. */
    public long revision() {
        // Read first: what is committed at or before it has been handed over by now.
        long newest = collection.store().revision();
        synchronized (backlog) {
            return backlog.isEmpty() && !closed ? Math.max(newest, polled) : polled;
        }
    }

    /** Whether it fell behind and was cut off. */
    public boolean cutOff() {
        return cutOff;
    }

    /**
     * Takes a commit, on the writer's thread.
     *
     * @return false when no more are wanted
     */
    boolean take(Commit commit) {
        synchronized (backlog) {
            if (closed) {
                return false;
            }
            if (commit.revision() <= start) {
                return true;
            }
            if (backlog.size() < capacity) {
                backlog.add(commit);
            } else {
                cutOff = true;
                closed = true;
                backlog.clear();
            }
        }
        wakeUp.run();
        return !cutOff;
    }

    /** Stops watching. */
    @Override
    public void close() {
        synchronized (backlog) {
            closed = true;
            backlog.clear();
        }
        wakeUp = NOTHING;
        collection.unwatch(this);
    }
}
