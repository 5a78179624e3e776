package dev.hcp.api.json;

import java.util.Arrays;
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

    private static final int LONGEST_SHARED = 24;
    private static final AtomicReferenceArray<String @Nullable []> SETS = new AtomicReferenceArray<>(SIZE);

    private JsonKeys() {}

    /**
     * The first keys of an array, as an array that objects with the same keys share. Objects of one kind mostly have the
     * same few sets of keys.
     */
    static String[] share(String[] keys, int size) {
        if (size > LONGEST_SHARED) {
            return keys.length == size ? keys : Arrays.copyOf(keys, size);
        }
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + keys[i].hashCode();
        }
        int slot = (hash ^ (hash >>> 14)) & (SIZE - 1);
        String[] known = SETS.getPlain(slot);
        if (known != null && known.length == size && Arrays.equals(known, 0, size, keys, 0, size)) {
            return known;
        }
        String[] shared = keys.length == size ? keys : Arrays.copyOf(keys, size);
        SETS.setPlain(slot, shared);
        return shared;
    }

    static String intern(String key) {
        int hash = key.hashCode();
        int slot = (hash ^ (hash >>> 14)) & (SIZE - 1);
        String known = TABLE.getPlain(slot);
        if (known != null && known.equals(key)) {
            return known;
        }
        // The JVM's own table gives the instance that literals in code have, which makes look-ups cheap.
        String shared = key.intern();
        TABLE.setPlain(slot, shared);
        return shared;
    }
}
