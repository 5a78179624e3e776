package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Snapshot;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.Watcher;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Starts watches: from what there is, or from a revision. */
final class Watches {
    /** How long a watch lasts that does not say; the reference draws between half an hour and an hour. */
    private static final long DEFAULT_TIMEOUT_SECONDS = 2700;

    private final Store store;
    private final Presentation presentation;

    Watches(ApiServer server, Presentation presentation) {
        this.store = server.store();
        this.presentation = presentation;
    }

    ApiResponse start(Exchange exchange, Resource resource, Route route) {
        ListQuery query = ListQuery.of(exchange.request(), resource, true);
        Long revision = query.revision();
        WatchFrames.Rendering rendering = presentation.frames(exchange, resource);
        WatchFrames frames = frames(resource, route, query, revision, rendering);
        return new ApiResponse.Stream(200, exchange.headers("application/json"), frames);
    }

    private WatchFrames frames(
            Resource resource, Route route, ListQuery query, @Nullable Long revision, WatchFrames.Rendering rendering) {
        String name = route.name().isEmpty() ? query.fields().exactName() : route.name();
        String prefix = Keys.prefix(resource, route.namespace());
        if (name != null && (!resource.namespaced() || !route.namespace().isEmpty())) {
            prefix = Keys.of(resource, route.namespace(), name);
        }
        Predicate<JsonObject> selection = object -> query.labels().test(object)
                && query.fields().test(object)
                && (name == null || name.equals(ObjectMeta.text(object, "name")));
        ObjectCollection collection = store.collection(resource.storageId());
        boolean initial = Boolean.TRUE.equals(query.sendInitialEvents());
        if (initial && revision != null && revision > store.revision()) {
            return WatchFrames.failed(resource, rendering, Failures.revisionTooLarge(revision, store.revision()));
        }
        boolean fromNow = revision == null || revision == 0;
        boolean synthetic = initial || (fromNow && query.sendInitialEvents() == null);
        boolean marksEnd = initial && query.bookmarks();
        long timeout = query.timeoutSeconds() == null || query.timeoutSeconds() == 0
                ? DEFAULT_TIMEOUT_SECONDS
                : Math.max(0, query.timeoutSeconds());
        Snapshot start = null;
        Optional<Watcher> watcher;
        store.lock().lock();
        try {
            Snapshot now = collection.snapshot();
            start = synthetic ? now : null;
            long from = fromNow || initial ? now.revision() : java.util.Objects.requireNonNull(revision);
            watcher = collection.watch(from, prefix);
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
        return new WatchFrames(
                resource, selection, rendering, start, prefix, marksEnd, query.bookmarks(), timeout, watcher.get());
    }
}
