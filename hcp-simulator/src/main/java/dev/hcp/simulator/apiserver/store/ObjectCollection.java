package dev.hcp.simulator.apiserver.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The objects of one resource, whatever the version they are served in, with the recent history of their changes.
 *
 * <p>Written under the store's lock; read without one.
 */
public final class ObjectCollection {
    private static final int LOOKUP_FROM = 256;

    private final String id;
    private final Store store;
    private final int historyLimit;
    private volatile Commit newest;
    /** The objects as they are now, once they are so many that a search takes longer than a look-up. */
    private volatile @Nullable ConcurrentMap<String, StoredObject> lookup;

    private volatile Commit oldest;
    private volatile List<Watcher> watchers = List.of();

    ObjectCollection(String id, Store store, int historyLimit, long revision, TreePMap<String, StoredObject> objects) {
        this.id = id;
        this.store = store;
        this.historyLimit = historyLimit;
        // The history begins with a commit that changed nothing, so that there always is a commit to hold.
        Commit start = new Commit(0, revision, "", null, null, objects);
        this.newest = start;
        this.oldest = start;
    }

    /** What identifies it in its store, such as {@code apps/deployments}. */
    public String id() {
        return id;
    }

    /** One object as it is now. */
    public @Nullable StoredObject get(String key) {
        ConcurrentMap<String, StoredObject> known = lookup;
        return known != null ? known.get(key) : newest.objects().get(key);
    }

    /** All objects as they are now; its revision is the store's newest that is known to be consistent with them. */
    public Snapshot snapshot() {
        // The order matters: the counter moves after the collection, so a commit newer than the counter is itself the
        // revision of the snapshot, and an older one means that nothing changed here up to the counter.
        long revision = store.revision();
        Commit commit = newest;
        return new Snapshot(Math.max(revision, commit.revision()), commit.objects());
    }

    /**
     * All objects as they were at a revision.
     *
     * @return empty when the history does not reach back that far
     */
    public Optional<Snapshot> at(long revision) {
        Commit commit = newest;
        if (commit.revision() > revision) {
            commit = commitAt(revision);
        }
        return commit == null || revision < store.compactedRevision()
                ? Optional.empty()
                : Optional.of(new Snapshot(revision, commit.objects()));
    }

    /** The last commit at or before a revision, or null when the history does not reach back that far. */
    private @Nullable Commit commitAt(long revision) {
        Commit commit = oldest;
        if (commit.revision() > revision) {
            return null;
        }
        for (Commit next = commit.next(); next != null && next.revision() <= revision; next = next.next()) {
            commit = next;
        }
        return commit;
    }

    /**
     * Starts to watch after a revision.
     *
     * @param prefix only keys with this prefix wake the watcher
     * @return empty when the history does not reach back that far
     */
    public Optional<Watcher> watch(long revision, String prefix) {
        store.lock().lock();
        try {
            Commit start = newest;
            if (revision < start.revision()) {
                start = commitAt(revision);
            }
            if (start == null || revision < store.compactedRevision()) {
                return Optional.empty();
            }
            Watcher watcher = new Watcher(this, start, prefix);
            List<Watcher> more = new ArrayList<>(watchers);
            more.add(watcher);
            watchers = List.copyOf(more);
            return Optional.of(watcher);
        } finally {
            store.lock().unlock();
        }
    }

    void unwatch(Watcher watcher) {
        store.lock().lock();
        try {
            watchers = watchers.stream().filter(each -> each != watcher).toList();
        } finally {
            store.lock().unlock();
        }
    }

    /** The revision from which on changes are remembered. */
    public long oldestRevision() {
        return Math.max(oldest.revision(), store.compactedRevision());
    }

    int historyLimit() {
        return historyLimit;
    }

    Commit newest() {
        return newest;
    }

    /** Appends a commit and wakes the watchers; the caller holds the store's lock. */
    Commit append(long revision, String key, @Nullable StoredObject before, @Nullable StoredObject after) {
        Commit last = newest;
        TreePMap<String, StoredObject> objects =
                after == null ? last.objects().minus(key) : last.objects().plus(key, after);
        Commit commit = new Commit(last.sequence() + 1, revision, key, before, after, objects);
        last.link(commit);
        newest = commit;
        keepLookup(key, after, objects);
        Commit first = oldest;
        Commit following = first.next();
        if (commit.sequence() - first.sequence() > historyLimit && following != null) {
            oldest = following;
        }
        notifyWatchers(last, commit);
        return commit;
    }

    private void keepLookup(String key, @Nullable StoredObject after, TreePMap<String, StoredObject> objects) {
        ConcurrentMap<String, StoredObject> known = lookup;
        if (known == null) {
            if (objects.size() >= LOOKUP_FROM) {
                lookup = new ConcurrentHashMap<>(objects);
            }
        } else if (after == null) {
            known.remove(key);
        } else {
            known.put(key, after);
        }
    }

    /** Forgets the history before the newest commit; the caller holds the store's lock. */
    void forgetHistory() {
        oldest = newest;
    }

    private void notifyWatchers(Commit previous, Commit commit) {
        for (Watcher watcher : watchers) {
            watcher.committed(previous, commit);
        }
    }

    Store store() {
        return store;
    }
}
