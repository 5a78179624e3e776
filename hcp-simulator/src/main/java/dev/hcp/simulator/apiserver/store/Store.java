package dev.hcp.simulator.apiserver.store;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The store: one revision counter over all collections, one writer at a time.
 *
 * <p>A writer takes {@link #lock()}, reads, decides and calls {@link #put} or {@link #remove}; readers take no lock. Each
 * put or remove is one commit with its own revision, as in etcd.
 */
public final class Store {
    private final ReentrantLock lock = new ReentrantLock();
    private final ConcurrentMap<String, ObjectCollection> collections = new ConcurrentHashMap<>();
    private final int historyLimit;
    private volatile long revision;
    private volatile long compactedRevision;
    /** Keys are owner uid, collection and object key, so that the dependents of an owner are neighbours. */
    private volatile TreePMap<String, Dependent> dependents = TreePMap.empty();

    private volatile List<Listener> listeners = List.of();
    private final Set<Awaited> awaited = ConcurrentHashMap.newKeySet();

    /**
     * An empty store.
     *
     * @param historyLimit how many commits per collection stay available to watches and lists at a revision
     */
    public Store(int historyLimit) {
        this.historyLimit = historyLimit;
        this.revision = 1;
    }

    /**
     * A store that begins with the objects of another and goes its own way. Costs no more than the number of collections:
     * what neither changes stays shared.
     */
    public Store fork(int forkHistoryLimit) {
        lock.lock();
        try {
            Store copy = new Store(forkHistoryLimit);
            copy.revision = revision;
            copy.compactedRevision = revision;
            copy.dependents = dependents;
            collections.forEach((id, collection) -> copy.collections.put(
                    id,
                    new ObjectCollection(
                            id,
                            copy,
                            forkHistoryLimit,
                            revision,
                            collection.snapshot().objects())));
            return copy;
        } finally {
            lock.unlock();
        }
    }

    /** The writers' lock. */
    public ReentrantLock lock() {
        return lock;
    }

    /** The revision of the newest commit. */
    public long revision() {
        return revision;
    }

    /**
     * Completes when the store has reached a revision, on the committing thread, which holds the lock. It may be completed
     * from outside to end the wait.
     */
    public CompletableFuture<@Nullable Void> reached(long target) {
        Awaited waiting = new Awaited(target, new CompletableFuture<>());
        awaited.add(waiting);
        var unused = waiting.reached().whenComplete((reached, failure) -> awaited.remove(waiting));
        if (revision >= target) {
            waiting.reached().complete(null);
        }
        return waiting.reached();
    }

    private record Awaited(long revision, CompletableFuture<@Nullable Void> reached) {}

    /** The revision before which nothing is remembered. */
    public long compactedRevision() {
        return compactedRevision;
    }

    /** Forgets all history, as etcd does when it compacts: older watches and continuations are told that they expired. */
    public void compact() {
        lock.lock();
        try {
            compactedRevision = revision;
            collections.values().forEach(ObjectCollection::forgetHistory);
        } finally {
            lock.unlock();
        }
    }

    /** The collection of that id; it need not have any object. */
    public ObjectCollection collection(String id) {
        ObjectCollection known = collections.get(id);
        return known != null
                ? known
                : collections.computeIfAbsent(
                        id, absent -> new ObjectCollection(absent, this, historyLimit, 0, TreePMap.empty()));
    }

    /**
     * Commits a state of an object. The caller holds the lock.
     *
     * @param tree the object; its resourceVersion is set here
     */
    public StoredObject put(ObjectCollection collection, String key, JsonObject tree) {
        requireLock();
        long next = revision + 1;
        StoredObject before = collection.get(key);
        JsonObject shared = tree.withCommonParts(before == null ? JsonObject.EMPTY : before.tree());
        JsonObject stamped =
                shared.with("metadata", shared.object("metadata").with("resourceVersion", Long.toString(next)));
        StoredObject after = new StoredObject(stamped, next);
        commit(collection, next, key, before, before, after);
        return after;
    }

    /**
     * Removes an object. The caller holds the lock.
     *
     * @param lastState the last state to tell of, or null for the stored one
     * @return the commit, or null when there was no such object
     */
    public @Nullable Commit remove(ObjectCollection collection, String key, @Nullable JsonObject lastState) {
        requireLock();
        StoredObject before = collection.get(key);
        if (before == null) {
            return null;
        }
        StoredObject told = lastState == null || lastState == before.tree()
                ? before
                : new StoredObject(lastState, before.revision());
        return commit(collection, revision + 1, key, before, told, null);
    }

    /** A state that is told of but not stored, as of now: the answer to a dry run, the last state of an object. */
    public StoredObject pretend(JsonObject tree) {
        return StoredObject.told(tree, revision);
    }

    private Commit commit(
            ObjectCollection collection,
            long next,
            String key,
            @Nullable StoredObject before,
            @Nullable StoredObject told,
            @Nullable StoredObject after) {
        index(collection, key, before, after);
        Commit commit = collection.append(next, key, told, after);
        revision = next;
        for (Awaited each : awaited) {
            if (each.revision() <= next) {
                each.reached().complete(null);
            }
        }
        for (Listener listener : listeners) {
            listener.committed(collection, commit);
        }
        return commit;
    }

    private void requireLock() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write needs the store's lock");
        }
    }

    /** Hears of every commit, in order, on the committing thread, which holds the lock. */
    public AutoCloseable onCommit(Listener listener) {
        lock.lock();
        try {
            List<Listener> more = new ArrayList<>(listeners);
            more.add(listener);
            listeners = List.copyOf(more);
        } finally {
            lock.unlock();
        }
        return () -> {
            lock.lock();
            try {
                listeners = listeners.stream().filter(each -> each != listener).toList();
            } finally {
                lock.unlock();
            }
        };
    }

    /** The objects that name an owner, ordered by collection and key. */
    public List<StoredObject> dependentsOf(String ownerUid) {
        List<StoredObject> found = new ArrayList<>();
        String prefix = ownerUid + "\0";
        for (Dependent dependent :
                dependents.subMap(prefix, true, ownerUid + "\1", false).values()) {
            StoredObject object = collection(dependent.collection()).get(dependent.key());
            if (object != null) {
                found.add(object);
            }
        }
        return found;
    }

    private void index(
            ObjectCollection collection, String key, @Nullable StoredObject before, @Nullable StoredObject after) {
        JsonArray old = owners(before);
        JsonArray now = owners(after);
        if (old == now || old.equals(now)) {
            return;
        }
        TreePMap<String, Dependent> changed = dependents;
        for (int i = 0; i < old.size(); i++) {
            changed = changed.minus(entry(old.object(i), collection, key));
        }
        for (int i = 0; i < now.size(); i++) {
            changed = changed.plus(entry(now.object(i), collection, key), new Dependent(collection.id(), key));
        }
        dependents = changed;
    }

    private static JsonArray owners(@Nullable StoredObject object) {
        return object == null
                ? JsonArray.EMPTY
                : object.tree().object("metadata").array("ownerReferences");
    }

    private static String entry(JsonObject reference, ObjectCollection collection, String key) {
        return reference.text("uid") + "\0" + collection.id() + "\0" + key;
    }

    private record Dependent(String collection, String key) {}

    /** Hears of commits. */
    @FunctionalInterface
    public interface Listener {
        /** Called while the write lock is held: must be quick and must not write. */
        void committed(ObjectCollection collection, Commit commit);
    }
}
