package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** Keys of the objects of a kind by the text at one path. Changed under its store's lock; read by anybody. */
final class FieldIndex {
    private final String[] path;
    private final Map<String, NavigableSet<String>> keys = new ConcurrentHashMap<>();
    private volatile boolean filled;

    FieldIndex(List<String> path) {
        this.path = path.toArray(String[]::new);
    }

    /** Takes in what was there before the index was. */
    synchronized void fill(Map<String, JsonObject> objects) {
        if (!filled) {
            objects.forEach((key, object) -> change(key, null, object));
            filled = true;
        }
    }

    void change(String key, @Nullable JsonObject before, @Nullable JsonObject after) {
        String was = before == null ? null : before.text(path);
        String is = after == null ? null : after.text(path);
        if (was != null && !was.equals(is)) {
            keys.computeIfPresent(was, (text, set) -> set.remove(key) && set.isEmpty() ? null : set);
        }
        if (is != null) {
            keys.computeIfAbsent(is, text -> new ConcurrentSkipListSet<>()).add(key);
        }
    }

    NavigableSet<String> keys(String text) {
        NavigableSet<String> found = keys.get(text);
        return found == null ? new ConcurrentSkipListSet<>() : found;
    }
}
