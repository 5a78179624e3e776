package dev.hcp.api.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Shares the strings of object keys and other short, repeated texts.
 *
 * <p>A fixed table with one string per slot: a collision replaces the older string, so the table never grows and a miss
 * only costs sharing.
 */
final class JsonKeys {
    private static final int SIZE = 1 << 14;
    private static final AtomicReferenceArray<@Nullable String> TABLE = new AtomicReferenceArray<>(SIZE);

    private JsonKeys() {}

    static String intern(String key) {
        int hash = key.hashCode();
        int slot = (hash ^ (hash >>> 14)) & (SIZE - 1);
        String known = TABLE.getPlain(slot);
        if (known != null && known.equals(key)) {
            return known;
        }
        TABLE.setPlain(slot, key);
        return key;
    }
}
