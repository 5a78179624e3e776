package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.Commit;
import dev.hcp.simulator.apiserver.store.Snapshot;
import dev.hcp.simulator.apiserver.store.StoredObject;
import dev.hcp.simulator.apiserver.store.Watcher;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The frames of one watch: what there was at the start, then what changes. Polled by one thread. */
final class WatchFrames implements ApiResponse.FrameSource {
    private static final byte[] END = "}\n".getBytes(StandardCharsets.UTF_8);

    private final Resource resource;
    private final Predicate<JsonObject> selection;
    private final Rendering rendering;
    private final @Nullable Watcher watcher;
    private final Iterator<StoredObject> initial;
    private final Deque<byte[]> ready = new ArrayDeque<>();
    private final boolean bookmarks;
    private final long timeoutSeconds;
    private @Nullable Long initialBookmark;
    private long told;
    private boolean first = true;
    private boolean over;

    /**
     * @param start the objects to begin with, or null to begin with changes
     * @param marksEnd whether a bookmark follows the objects to begin with
     * @param watcher what follows, or null when the stream ends after what it begins with
     */
    WatchFrames(
            Resource resource,
            Predicate<JsonObject> selection,
            Rendering rendering,
            @Nullable Snapshot start,
            String prefix,
            boolean marksEnd,
            boolean bookmarks,
            long timeoutSeconds,
            @Nullable Watcher watcher) {
        this.resource = resource;
        this.selection = selection;
        this.rendering = rendering;
        this.watcher = watcher;
        this.bookmarks = bookmarks;
        this.timeoutSeconds = timeoutSeconds;
        this.initial = start == null
                ? java.util.Collections.emptyIterator()
                : start.range(prefix, null).iterator();
        this.initialBookmark = start != null && marksEnd ? start.revision() : null;
        this.told = watcher == null ? 0 : watcher.revision();
    }

    /** A stream that says one error and ends. */
    static WatchFrames failed(Resource resource, Rendering rendering, ApiException failure) {
        WatchFrames frames = new WatchFrames(resource, object -> false, rendering, null, "", false, false, 0, null);
        frames.ready.add(frame("ERROR", Json.writeBytes(failure.status())));
        return frames;
    }

    /** How an object is shown in a frame. */
    @FunctionalInterface
    interface Rendering {
        /**
         * @param first whether it is the first of its stream
         */
        byte[] bytes(StoredObject object, boolean first);
    }

    @Override
    public void subscribe(Runnable available) {
        if (watcher != null) {
            watcher.onCommit(available);
        }
        // There may be frames from before the subscription.
        available.run();
    }

    @Override
    public long timeoutSeconds() {
        return timeoutSeconds;
    }

    @Override
    public byte @Nullable [] poll() {
        byte[] waiting = ready.poll();
        if (waiting != null) {
            return waiting;
        }
        while (initial.hasNext()) {
            StoredObject object = Versions.read(resource, initial.next());
            if (selection.test(object.tree())) {
                return frame("ADDED", object);
            }
        }
        if (initialBookmark != null) {
            long revision = initialBookmark;
            initialBookmark = null;
            told = revision;
            return bookmark(revision, true);
        }
        return watcher == null ? null : change(watcher);
    }

    private byte @Nullable [] change(Watcher source) {
        for (Commit commit = source.poll(); commit != null; commit = source.poll()) {
            StoredObject before = view(commit.before());
            StoredObject after = view(commit.after());
            boolean was = before != null && selection.test(before.tree());
            boolean is = after != null && selection.test(after.tree());
            if (is || was) {
                told = commit.revision();
                if (is) {
                    return frame(was ? "MODIFIED" : "ADDED", java.util.Objects.requireNonNull(after));
                }
                return frame("DELETED", Versions.read(resource, commit.departed()));
            }
        }
        return null;
    }

    private @Nullable StoredObject view(@Nullable StoredObject object) {
        return object == null ? null : Versions.read(resource, object);
    }

    private byte[] frame(String type, StoredObject object) {
        byte[] bytes = rendering.bytes(object, first);
        first = false;
        return frame(type, bytes);
    }

    private static byte[] frame(String type, byte[] object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(object.length + 40);
        out.writeBytes(("{\"type\":\"" + type + "\",\"object\":").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(object);
        out.writeBytes(END);
        return out.toByteArray();
    }

    private byte[] bookmark(long revision, boolean endsInitial) {
        JsonObject meta = JsonObject.of("resourceVersion", Long.toString(revision), "creationTimestamp", null);
        if (endsInitial) {
            meta = meta.withAt("true", "annotations", "k8s.io/initial-events-end");
        }
        JsonObject object =
                JsonObject.of("kind", resource.kind(), "apiVersion", resource.apiVersion(), "metadata", meta);
        return frame("BOOKMARK", Json.writeBytes(object));
    }

    @Override
    public void mark() {
        if (bookmarks && watcher != null && !initial.hasNext() && initialBookmark == null) {
            long revision = watcher.revision();
            if (revision > told) {
                told = revision;
                ready.add(bookmark(revision, false));
            }
        }
    }

    @Override
    public boolean ended() {
        if (!ready.isEmpty() || initial.hasNext() || initialBookmark != null) {
            return false;
        }
        return over || watcher == null || watcher.cutOff();
    }

    @Override
    public void close() {
        over = true;
        if (watcher != null) {
            watcher.close();
        }
    }
}
