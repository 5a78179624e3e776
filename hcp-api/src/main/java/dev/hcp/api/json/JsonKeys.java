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
    private static final AtomicReferenceArray<@Nullable Shape> SHAPES = new AtomicReferenceArray<>(SIZE);

    private JsonKeys() {}

    /** The shape with the first keys of an array; objects of one kind mostly have the same few. */
    static Shape share(String[] keys, int size) {
        if (size == 0) {
            return Shape.EMPTY;
        }
        if (size > LONGEST_SHARED) {
            return new Shape(exactly(keys, size));
        }
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + keys[i].hashCode();
        }
        int slot = (hash ^ (hash >>> 14)) & (SIZE - 1);
        Shape known = SHAPES.getAcquire(slot);
        if (known != null && known.keys.length == size && Arrays.equals(known.keys, 0, size, keys, 0, size)) {
            return known;
        }
        Shape shared = new Shape(exactly(keys, size));
        SHAPES.setRelease(slot, shared);
        return shared;
    }

    private static String[] exactly(String[] keys, int size) {
        return keys.length == size ? keys : Arrays.copyOf(keys, size);
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
