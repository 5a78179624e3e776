package dev.hcp.simulator.apiserver.store;

import dev.hcp.api.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * One committed change of a collection, and the link to the one after it.
 *
 * <p>The history is this chain: a watcher holds the commit it has read last, so the writer never copies an event for a
 * watcher, and what nobody holds and the collection has forgotten is garbage.
 */
public final class Commit {
    private final long sequence;
    private final long revision;
    private final String key;
    private final @Nullable StoredObject before;
    private final @Nullable StoredObject after;
    private final TreePMap<String, StoredObject> objects;
    private volatile @Nullable Commit next;
    private volatile @Nullable StoredObject departed;

    Commit(
            long sequence,
            long revision,
            String key,
            @Nullable StoredObject before,
            @Nullable StoredObject after,
            TreePMap<String, StoredObject> objects) {
        this.sequence = sequence;
        this.revision = revision;
        this.key = key;
        this.before = before;
        this.after = after;
        this.objects = objects;
    }

    /** The position of this commit in its collection's history. */
    long sequence() {
        return sequence;
    }

    /** The revision it was committed at. */
    public long revision() {
        return revision;
    }

    /** The key of the object. */
    public String key() {
        return key;
    }

    /** The state before; null when the object was created. */
    public @Nullable StoredObject before() {
        return before;
    }

    /** The state after; null when the object was removed. */
    public @Nullable StoredObject after() {
        return after;
    }

    /** All objects of the collection right after this commit. */
    TreePMap<String, StoredObject> objects() {
        return objects;
    }

    /** The commit after this one, or null when this is the newest. */
    public @Nullable Commit next() {
        return next;
    }

    void link(Commit following) {
        next = following;
    }

    /**
     * The state before with this commit's revision as its resourceVersion: what a watch says of an object that is gone
     * or has left its selection.
     */
    public StoredObject departed() {
        StoredObject known = departed;
        if (known == null) {
            if (before == null) {
                throw new IllegalStateException("a created object has no earlier state: " + key);
            }
            JsonObject tree = before.tree();
            known = new StoredObject(
                    tree.with("metadata", tree.object("metadata").with("resourceVersion", Long.toString(revision))),
                    revision);
            departed = known;
        }
        return known;
    }
}
