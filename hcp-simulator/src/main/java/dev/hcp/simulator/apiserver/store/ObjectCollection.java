package dev.hcp.simulator.apiserver.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The objects of one resource, whatever the version they are served in, with the recent history of their changes.
 *
 * <p>Written under the store's lock; read without one.
 */
public final class ObjectCollection {
    private static final int LOOKUP_FROM = 128;

    private final String id;
    private final Store store;
    private final History history;
    private final Watchers watchers = new Watchers();
    /** The objects as they are now, once they are so many that a search takes longer than a look-up. */
    private volatile @Nullable Lookup lookup;

    ObjectCollection(String id, Store store, int historyLimit, long revision, TreePMap<String, StoredObject> objects) {
        this.id = id;
        this.store = store;
        this.history = new History(historyLimit, revision, objects);
    }

    /** What identifies it in its store, such as {@code apps/deployments}. */
    public String id() {
        return id;
    }

    /** One object as it is now. */
    public @Nullable StoredObject get(String key) {
        Lookup known = lookup;
        return known != null ? known.get(key) : history.objects().get(key);
    }

    /**
     * One object as it is now.
     *
     * @param namespace its namespace; empty where the resource has none
     */
    public @Nullable StoredObject get(String namespace, String name) {
        Lookup known = lookup;
        if (known != null) {
            return known.get(namespace, name);
        }
        return history.objects().get(namespace.isEmpty() ? name : namespace + "/" + name);
    }

    /** All objects as they are now; its revision is the store's newest that is known to be consistent with them. */
    public Snapshot snapshot() {
        // The order matters: the counter moves after the collection, so a commit newer than the counter is itself the
        // revision of the snapshot, and an older one means that nothing changed here up to the counter.
        long revision = store.revision();
        Snapshot newest = history.newest();
        return newest.revision() >= revision ? newest : new Snapshot(revision, newest.objects());
    }

    /**
     * All objects as they were at a revision.
     *
     * @return empty when the history does not reach back that far
     */
    public Optional<Snapshot> at(long revision) {
        TreePMap<String, StoredObject> objects = history.at(revision);
        return objects == null || revision < store.compactedRevision()
                ? Optional.empty()
                : Optional.of(new Snapshot(revision, objects));
    }

    /**
     * Starts to watch after a revision.
     *
     * @param scope the empty text for everything, a namespace and a slash, or the key of one object
     * @return empty when the history does not reach back that far
     */
    public Optional<Watcher> watch(long revision, String scope) {
        store.lock().lock();
        try {
            List<Commit> missed = history.after(revision);
            if (missed == null || revision < store.compactedRevision()) {
                return Optional.empty();
            }
            missed.removeIf(commit -> !Scope.holds(scope, commit.key()));
            Watcher watcher = new Watcher(this, scope, revision, missed, history.limit());
            watchers.add(watcher);
            return Optional.of(watcher);
        } finally {
            store.lock().unlock();
        }
    }

    void unwatch(Watcher watcher) {
        store.lock().lock();
        try {
            watchers.remove(watcher);
        } finally {
            store.lock().unlock();
        }
    }

    /** The revision from which on changes are remembered. */
    public long oldestRevision() {
        return Math.max(history.oldestRevision(), store.compactedRevision());
    }

    /** Appends a commit and tells the watchers; the caller holds the store's lock. */
    Commit append(long revision, String key, @Nullable StoredObject before, @Nullable StoredObject after) {
        TreePMap<String, StoredObject> old = history.objects();
        TreePMap<String, StoredObject> objects = after == null ? old.minus(key) : old.plus(key, after);
        Commit commit = new Commit(revision, key, before, after);
        history.append(commit, objects);
        keepLookup(key, after, objects);
        watchers.tell(commit);
        return commit;
    }

    private void keepLookup(String key, @Nullable StoredObject after, TreePMap<String, StoredObject> objects) {
        Lookup known = lookup;
        if (known == null) {
            if (objects.size() >= LOOKUP_FROM) {
                lookup = new Lookup(objects);
            }
        } else if (after == null) {
            known.remove(key);
        } else {
            known.put(key, after);
        }
    }

    /** Forgets the history before the newest commit; the caller holds the store's lock. */
    void forgetHistory() {
        history.forget();
    }

    Store store() {
        return store;
    }
}
