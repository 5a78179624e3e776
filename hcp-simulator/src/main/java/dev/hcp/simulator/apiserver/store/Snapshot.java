package dev.hcp.simulator.apiserver.store;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * All objects of a collection at one revision, sorted by key; immutable.
 *
 * @param revision the revision: no commit to the collection lies between it and these objects
 */
public record Snapshot(long revision, TreePMap<String, StoredObject> objects) {
    /** One object. */
    public Optional<StoredObject> get(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    /**
     * The objects of a part of the collection, in key order.
     *
     * @param scope the empty text for everything, a namespace and a slash, or the key of one object
     * @param from the first key that may be returned, or null for the first of all
     */
    public Collection<StoredObject> range(String scope, @Nullable String from) {
        return map(scope, from).values();
    }

    /** As {@link #range}, with the keys. */
    public TreePMap<String, StoredObject> map(String scope, @Nullable String from) {
        if (Scope.isOne(scope)) {
            StoredObject one = objects.get(scope);
            return one == null ? TreePMap.empty() : TreePMap.singleton(scope, one);
        }
        String first = from == null || from.compareTo(scope) < 0 ? scope : from;
        if (scope.isEmpty()) {
            return first.isEmpty() ? objects : objects.tailMap(first, true);
        }
        String end = scope.substring(0, scope.length() - 1) + (char) ('/' + 1);
        return first.compareTo(end) >= 0 ? TreePMap.empty() : objects.subMap(first, true, end, false);
    }
}
