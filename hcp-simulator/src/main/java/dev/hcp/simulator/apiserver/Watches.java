package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Snapshot;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.Watcher;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Starts watches: from what there is, or from a revision. */
final class Watches {
    /** A watch that does not say how long it lasts gets between this and twice this. */
    private static final long LEAST_TIMEOUT_SECONDS = 1800;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final Store store;
    private final Presentation presentation;
    private final AtomicLong started = new AtomicLong();

    Watches(ApiServer server, Presentation presentation) {
        this.store = server.store();
        this.presentation = presentation;
    }

    ApiResponse start(Exchange exchange, Resource resource, Route route, ListQuery query) {
        WatchRendering rendering = presentation.frames(exchange, resource);
        WatchFrames frames = frames(resource, route, query, query.revision(), rendering);
        return new ApiResponse.Stream(
                200, exchange.headers(exchange.negotiation().streamType()), frames);
    }

    private WatchFrames frames(
            Resource resource, Route route, ListQuery query, @Nullable Long revision, WatchRendering rendering) {
        String name = query.exactName(route);
        Predicate<JsonObject> selection = object -> query.selects(object)
                && (route.name().isEmpty() || route.name().equals(ObjectMeta.text(object, "name")));
        ObjectCollection collection = store.collection(resource.storageId());
        String scope = Keys.scope(resource, route.namespace(), name);
        boolean listed = Boolean.TRUE.equals(query.sendInitialEvents());
        if (listed && revision != null && revision > store.revision()) {
            return WatchFrames.failed(resource, rendering, Failures.revisionTooLarge(revision, store.revision()));
        }
        boolean fromNow = revision == null || revision == 0;
        boolean synthetic = listed || (fromNow && query.sendInitialEvents() == null);
        Snapshot now;
        Optional<Watcher> watcher;
        store.lock().lock();
        try {
            now = collection.snapshot();
            watcher = collection.watch(fromNow || listed ? now.revision() : Objects.requireNonNull(revision), scope);
        } finally {
            store.lock().unlock();
        }
        if (watcher.isEmpty()) {
            return WatchFrames.failed(
                    resource,
                    rendering,
                    Failures.expired(
                            "too old resource version: " + revision + " (" + collection.oldestRevision() + ")"));
        }
        WatchFrames frames =
                WatchFrames.of(resource, selection, rendering, query.bookmarks(), timeoutSeconds(query), watcher.get());
        if (synthetic) {
            frames.beginningWith(now.range(scope, null));
        }
        return listed && query.bookmarks() ? frames.markingTheirEnd(now.revision()) : frames;
    }

    /** Watches that begin together do not end together, and end at the same times in each run. */
    private long timeoutSeconds(ListQuery query) {
        Long asked = query.timeoutSeconds();
        if (asked != null && asked != 0) {
            return Math.max(0, asked);
        }
        long spread = started.incrementAndGet() * GOLDEN_RATIO;
        return LEAST_TIMEOUT_SECONDS + Long.remainderUnsigned(spread, LEAST_TIMEOUT_SECONDS);
    }
}
