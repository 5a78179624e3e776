package dev.hcp.simulator.apiserver.store;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A reader that follows a collection's history. It never makes the writer wait: one that falls behind by more than the
 * history's length is cut off. One thread polls; the wake-up comes on the writer's.
 */
public final class Watcher implements AutoCloseable {
    private static final Runnable NOTHING = () -> {};

    private final ObjectCollection collection;
    private final String prefix;
    /** The last commit that was read or passed over; null when cut off or closed. */
    private final AtomicReference<@Nullable Commit> position;

    private volatile Runnable wakeUp = NOTHING;
    private volatile boolean cutOff;

    Watcher(ObjectCollection collection, Commit position, String prefix) {
        this.collection = collection;
        this.position = new AtomicReference<>(position);
        this.prefix = prefix;
    }

    /** Asks to be woken after commits that concern this watcher; the callback must only schedule a poll. */
    public void onCommit(Runnable callback) {
        wakeUp = callback;
    }

    /** The next commit with the watched prefix, or null when there is none yet, or never again. */
    public @Nullable Commit poll() {
        while (true) {
            Commit at = position.get();
            Commit next = at == null ? null : at.next();
            if (next == null) {
                return null;
            }
            if (position.compareAndSet(at, next) && next.key().startsWith(prefix)) {
                return next;
            }
        }
    }

    /** The revision up to which this watcher has seen everything. */
    public long revision() {
        long newest = collection.store().revision();
        Commit at = position.get();
        if (at == null) {
            return 0;
        }
        return at.next() == null ? Math.max(newest, at.revision()) : at.revision();
    }

    /** Whether it fell behind and was cut off. */
    public boolean cutOff() {
        return cutOff;
    }

    /** Hears of a commit, on the writer's thread. */
    void committed(Commit previous, Commit commit) {
        if (commit.key().startsWith(prefix)) {
            Commit at = position.get();
            if (at != null && commit.sequence() - at.sequence() > collection.historyLimit()) {
                cutOff = true;
                position.set(null);
            }
            wakeUp.run();
        } else {
            // Nothing to tell: a watcher that was up to date stays so without being woken.
            position.compareAndSet(previous, commit);
        }
    }

    /** Stops watching. */
    @Override
    public void close() {
        position.set(null);
        wakeUp = NOTHING;
        collection.unwatch(this);
    }
}
