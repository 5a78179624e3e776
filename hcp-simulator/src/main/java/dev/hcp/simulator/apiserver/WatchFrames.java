package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.Commit;
import dev.hcp.simulator.apiserver.store.StoredObject;
import dev.hcp.simulator.apiserver.store.Watcher;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The frames of one watch: what there was at the start, then what changes. Polled by one thread. */
final class WatchFrames implements ApiResponse.FrameSource {
    private final Resource resource;
    private final Predicate<JsonObject> selection;
    private final WatchRendering rendering;
    private final @Nullable Watcher watcher;
    private final boolean bookmarks;
    private final long timeoutSeconds;
    private final Deque<byte[]> ready = new ArrayDeque<>();
    private Iterator<StoredObject> initial = Collections.emptyIterator();
    private @Nullable Long initialBookmark;
    private long told;
    private boolean first = true;
    private boolean over;

    private WatchFrames(
            Resource resource,
            Predicate<JsonObject> selection,
            WatchRendering rendering,
            boolean bookmarks,
            long timeoutSeconds,
            @Nullable Watcher watcher) {
        this.resource = resource;
        this.selection = selection;
        this.rendering = rendering;
        this.watcher = watcher;
        this.bookmarks = bookmarks;
        this.timeoutSeconds = timeoutSeconds;
        this.told = watcher == null ? 0 : watcher.revision();
    }

    /** The changes that a watcher sees of objects that fit a selection. */
    static WatchFrames of(
            Resource resource,
            Predicate<JsonObject> selection,
            WatchRendering rendering,
            boolean bookmarks,
            long timeoutSeconds,
            Watcher watcher) {
        return new WatchFrames(resource, selection, rendering, bookmarks, timeoutSeconds, watcher);
    }

    /** Begins with these objects. */
    WatchFrames beginningWith(Iterable<StoredObject> objects) {
        initial = objects.iterator();
        return this;
    }

    /** Says that what it begins with, as of a revision, is complete. */
    WatchFrames markingTheirEnd(long revision) {
        initialBookmark = revision;
        return this;
    }

    /** A stream that says one error and ends. */
    static WatchFrames failed(Resource resource, WatchRendering rendering, ApiException failure) {
        WatchFrames frames = new WatchFrames(resource, object -> false, rendering, false, -1, null);
        WatchEncoding encoding = rendering.encoding();
        frames.ready.add(encoding.frame("ERROR", encoding.status(failure.status())));
        return frames;
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
            if (is) {
                return frame(commit, was ? "MODIFIED" : "ADDED", Objects.requireNonNull(after));
            }
            if (was) {
                return frame(commit, "DELETED", Versions.read(resource, commit.departed()));
            }
        }
        return null;
    }

    private @Nullable StoredObject view(@Nullable StoredObject object) {
        return object == null ? null : Versions.read(resource, object);
    }

    /** The frame of a change, which all watches of one form share. */
    private byte[] frame(Commit commit, String type, StoredObject object) {
        told = commit.revision();
        Shared shared = new Shared(rendering.form(first), type);
        byte[] frame = commit.shared(shared, () -> frame(type, object));
        first = false;
        return frame;
    }

    /** What tells the frames of one commit from each other. */
    private record Shared(Object form, String type) {}

    private byte[] frame(String type, StoredObject object) {
        byte[] bytes = rendering.bytes(object, first);
        first = false;
        return rendering.encoding().frame(type, bytes);
    }

    /** An object of the watched kind with nothing but a revision, in the form of the other events. */
    private byte[] bookmark(long revision, boolean endsInitial) {
        told = revision;
        JsonObject meta = JsonObject.of("resourceVersion", Long.toString(revision));
        if (!resource.custom()) {
            meta = meta.with("creationTimestamp", null);
        }
        if (endsInitial) {
            meta = meta.withAt("true", "annotations", "k8s.io/initial-events-end");
        }
        JsonObject object =
                JsonObject.of("kind", resource.kind(), "apiVersion", resource.apiVersion(), "metadata", meta);
        return frame("BOOKMARK", StoredObject.told(object, revision));
    }

    @Override
    public void mark() {
        if (bookmarks && watcher != null && !initial.hasNext() && initialBookmark == null) {
            long revision = watcher.revision();
            if (revision > told) {
                ready.add(bookmark(revision, false));
            }
        }
    }

    @Override
    public boolean ended() {
        return over || cutOff() || (watcher == null && ready.isEmpty());
    }

    @Override
    public boolean cutOff() {
        return watcher != null && watcher.cutOff();
    }

    @Override
    public void close() {
        over = true;
        initial = Collections.emptyIterator();
        ready.clear();
        if (watcher != null) {
            watcher.close();
        }
    }
}
