package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Snapshot;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** Gets and lists. */
final class Reads {
    private static final String CONTINUE_EXPIRED =
            "The provided continue parameter is too old to display a consistent list result. You can start a new list "
                    + "without the continue parameter, or use the continue token in this response to retrieve the "
                    + "remainder of the results. Continuing with the provided token results in an inconsistent list - "
                    + "objects that were created, modified, or deleted between the time the first chunk was returned "
                    + "and now may show up in the list.";

    private final Store store;

    Reads(ApiServer server) {
        this.store = server.store();
    }

    StoredObject get(Resource resource, String namespace, String name, String resourceVersion) {
        if (!resourceVersion.isEmpty()) {
            requireReached(ObjectMeta.askedRevision(resourceVersion));
        }
        StoredObject stored = Keys.find(store, resource, namespace, name);
        if (stored == null) {
            throw Failures.notFound(resource, name);
        }
        return Versions.read(resource, stored);
    }

    /**
     * A page of a list.
     *
     * @param continuation token of the next page; empty on the last
     * @param remaining how many objects follow; null when it is not known
     */
    record Page(
            long revision,
            List<StoredObject> items,
            String continuation,
            @Nullable Long remaining) {}

    Page list(Resource resource, String namespace, ListQuery query) {
        ObjectCollection collection = store.collection(resource.storageId());
        String scope = Keys.scope(resource, namespace, query.fields().exactName());
        Listing listing = new Listing(resource, scope, query);
        if (!query.continuation().isEmpty() && !listing.isOne()) {
            return continued(collection, listing);
        }
        Long revision = query.revision();
        Snapshot snapshot = snapshot(collection, listing, revision);
        boolean whole = listing.isOne() || (revision != null && revision == 0);
        return listing.page(snapshot, null, whole ? 0 : query.limit());
    }

    private Snapshot snapshot(ObjectCollection collection, Listing listing, @Nullable Long revision) {
        if (revision == null || revision == 0) {
            return collection.snapshot();
        }
        ListQuery query = listing.query();
        boolean paged = query.limit() > 0 && !listing.isOne();
        boolean exact = query.match().equals("Exact") || (query.match().isEmpty() && paged);
        if (!exact) {
            requireReached(revision);
            return collection.snapshot();
        }
        if (revision > store.revision()) {
            throw Failures.raw("etcdserver: mvcc: required revision is a future revision");
        }
        return collection
                .at(revision)
                .orElseThrow(() -> Failures.expired("The resourceVersion for the provided list is too old."));
    }

    private void requireReached(long revision) {
        long newest = store.revision();
        if (revision > newest) {
            throw new FutureRevisionException(revision, newest);
        }
    }

    private static Page continued(ObjectCollection collection, Listing listing) {
        ListQuery query = listing.query();
        ContinueToken token = ContinueToken.decode(query.continuation());
        if (!query.resourceVersion().isEmpty() && !query.resourceVersion().equals("0")) {
            throw Failures.badRequest("specifying resource version is not allowed when using continue");
        }
        String from = listing.scope() + token.start();
        if (token.revision() < 0) {
            return listing.page(collection.snapshot(), from, query.limit());
        }
        Snapshot snapshot = collection.at(token.revision()).orElseThrow(() -> {
            ApiException expired = Failures.expired(CONTINUE_EXPIRED);
            String fresh = token.atNewest().encode();
            return new ApiException(expired.status().with("metadata", JsonObject.of("continue", fresh)));
        });
        return listing.page(snapshot, from, query.limit());
    }

    /** What a list is about. */
    private record Listing(Resource resource, String scope, ListQuery query) {
        /** Whether it is about one object at most, which is never a matter of pages. */
        boolean isOne() {
            return !scope.isEmpty() && !scope.endsWith("/");
        }

        Page page(Snapshot snapshot, @Nullable String from, long limit) {
            TreePMap<String, StoredObject> range = snapshot.map(scope, from);
            boolean everything = query.selectsEverything();
            List<StoredObject> items = new ArrayList<>(limit > 0 ? (int) Math.min(limit, 512) : 16);
            String last = null;
            for (Map.Entry<String, StoredObject> entry : range.entrySet()) {
                StoredObject object = Versions.read(resource, entry.getValue());
                if (!everything && !query.selects(object.tree())) {
                    continue;
                }
                if (limit > 0 && items.size() == limit) {
                    String start = String.valueOf(last).substring(scope.length()) + "\0";
                    Long remaining = everything ? (long) range.size() - items.size() : null;
                    String continuation = new ContinueToken(snapshot.revision(), start).encode();
                    return new Page(snapshot.revision(), items, continuation, remaining);
                }
                items.add(object);
                last = entry.getKey();
            }
            return new Page(snapshot.revision(), items, "", null);
        }
    }
}
