package dev.hcp.api.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys of objects, sorted, with a table that finds a key's place. Objects with the same keys mostly share one
 * ({@link JsonKeys#share}), so the table is made rarely and used often.
 *
 * <p>Thread-safe: what is made later is immutable and merely made again by a thread that does not see it yet.
 */
final class Shape {
    static final Shape EMPTY = new Shape(new String[0]);

    /** Up to so many keys are looked at one by one. */
    private static final int FEW = 3;
    /** A place is a byte in the table. */
    private static final int TABLE_LIMIT = Byte.MAX_VALUE;

    /** Sorted and interned; not to be changed. */
    final String[] keys;

    /** Places plus one by hash; zero where nothing is. At least half empty, so that a search ends soon. */
    private volatile byte @Nullable [] table;

    private @Nullable Step added;
    private @Nullable Step removed;

    /** What one key more or less leads to. */
    private record Step(String key, Shape shape) {}

    Shape(String[] keys) {
        this.keys = keys;
    }

    /** Where a key is; negative where it is not there. */
    @SuppressWarnings("ReferenceEquality") // equal keys that are not identical are found, too
    int indexOf(String key) {
        int count = keys.length;
        if (count <= FEW) {
            for (int i = 0; i < count; i++) {
                if (keys[i] == key || keys[i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }
        if (count > TABLE_LIMIT) {
            return Arrays.binarySearch(keys, key);
        }
        byte[] places = table;
        if (places == null) {
            places = table();
            table = places;
        }
        int mask = places.length - 1;
        for (int slot = slot(key, mask); places[slot] != 0; slot = (slot + 1) & mask) {
            int place = places[slot] - 1;
            if (keys[place] == key || keys[place].equals(key)) {
                return place;
            }
        }
        return -1;
    }

    private byte[] table() {
        byte[] places = new byte[Integer.highestOneBit(keys.length * 2 - 1) << 1];
        int mask = places.length - 1;
        for (int i = 0; i < keys.length; i++) {
            int slot = slot(keys[i], mask);
            while (places[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            places[slot] = (byte) (i + 1);
        }
        return places;
    }

    private static int slot(String key, int mask) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 15)) & mask;
    }

    /** These keys and one that is not among them. */
    @SuppressWarnings("ReferenceEquality") // interned keys are mostly told apart by identity
    Shape plus(String key) {
        Step known = added;
        if (known != null && (known.key == key || known.key.equals(key))) {
            return known.shape;
        }
        int at = -Arrays.binarySearch(keys, key) - 1;
        String[] more = new String[keys.length + 1];
        System.arraycopy(keys, 0, more, 0, at);
        more[at] = JsonKeys.intern(key);
        System.arraycopy(keys, at, more, at + 1, keys.length - at);
        Shape shape = JsonKeys.share(more, more.length);
        added = new Step(more[at], shape);
        return shape;
    }

    /** These keys without one of them. */
    @SuppressWarnings("ReferenceEquality") // keys are told apart by identity: it is one of these
    Shape minus(int at) {
        Step known = removed;
        if (known != null && known.key == keys[at]) {
            return known.shape;
        }
        String[] fewer = new String[keys.length - 1];
        System.arraycopy(keys, 0, fewer, 0, at);
        System.arraycopy(keys, at + 1, fewer, at, fewer.length - at);
        Shape shape = JsonKeys.share(fewer, fewer.length);
        removed = new Step(keys[at], shape);
        return shape;
    }

    /** The same keys; shapes with the same keys mostly are one instance. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Shape that && Arrays.equals(keys, that.keys));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys);
    }
}
