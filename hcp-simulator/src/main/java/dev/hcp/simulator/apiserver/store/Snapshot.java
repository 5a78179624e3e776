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
     * The objects whose keys begin with a prefix, in key order.
     *
     * @param from the first key that may be returned, or null for the first of the prefix
     */
    public Collection<StoredObject> range(String prefix, @Nullable String from) {
        return map(prefix, from).values();
    }

    /** As {@link #range}, with the keys. */
    public TreePMap<String, StoredObject> map(String prefix, @Nullable String from) {
        String first = from == null || from.compareTo(prefix) < 0 ? prefix : from;
        if (prefix.isEmpty()) {
            return first.isEmpty() ? objects : objects.tailMap(first, true);
        }
        String end = prefix.substring(0, prefix.length() - 1) + (char) (prefix.charAt(prefix.length() - 1) + 1);
        return first.compareTo(end) >= 0 ? TreePMap.empty() : objects.subMap(first, true, end, false);
    }
}
