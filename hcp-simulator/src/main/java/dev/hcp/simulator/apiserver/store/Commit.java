package dev.hcp.simulator.apiserver.store;

import dev.hcp.api.json.JsonObject;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One committed change of an object. */
public final class Commit {
    private final long revision;
    private final String key;
    private final @Nullable StoredObject before;
    private final @Nullable StoredObject after;
    private volatile @Nullable StoredObject departed;
    private volatile @Nullable Map<Object, WeakReference<byte[]>> shared;

    Commit(long revision, String key, @Nullable StoredObject before, @Nullable StoredObject after) {
        this.revision = revision;
        this.key = key;
        this.before = before;
        this.after = after;
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

    /**
     * Bytes that all watchers of this commit send alike, made once for as long as anybody holds them.
     *
     * @param form what tells these bytes from others made of the same commit
     */
    public byte[] shared(Object form, Supplier<byte[]> maker) {
        Map<Object, WeakReference<byte[]>> known = shared;
        if (known == null) {
            synchronized (this) {
                known = shared;
                if (known == null) {
                    known = new ConcurrentHashMap<>(2);
                    shared = known;
                }
            }
        }
        WeakReference<byte[]> reference = known.get(form);
        byte[] bytes = reference == null ? null : reference.get();
        if (bytes == null) {
            bytes = maker.get();
            known.put(form, new WeakReference<>(bytes));
        }
        return bytes;
    }
}
