package dev.hcp.api.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object with sorted keys.
 *
 * <p>It is a {@link Map}, so Jackson and CEL take it as it is; the mutators of {@code Map} throw. "Changes" return a new
 * object that shares everything else: {@link #with(String, Object)}, {@link #without(String)}, {@link #withAt(Object,
 * String...)}. Thread-safe.
 */
public final class JsonObject extends AbstractMap<String, @Nullable Object> {
    /** The object without any key. */
    public static final JsonObject EMPTY = new JsonObject(Shape.EMPTY, new Object[0]);

    private final Shape shape;
    private final @Nullable Object[] values;
    private int hash;

    private JsonObject(Shape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** The object with these keys and values, in pairs; values are made immutable as by {@link Json#freeze(Object)}. */
    public static JsonObject of(@Nullable Object... keysAndValues) {
        if (keysAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("keys and values come in pairs; got " + keysAndValues.length + " items");
        }
        Builder builder = new Builder(keysAndValues.length / 2);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            builder.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return builder.build();
    }

    /** An immutable copy of a map, at every depth. Returns the argument when it already is a tree. */
    public static JsonObject copyOf(Map<String, ?> map) {
        if (map instanceof JsonObject tree) {
            return tree;
        }
        Builder builder = new Builder(map.size());
        map.forEach(builder::put);
        return builder.build();
    }

    /** A builder for an object with about that many keys. */
    public static Builder builder(int expectedSize) {
        return new Builder(expectedSize);
    }

    /** A builder that starts with this object's members. */
    public Builder toBuilder() {
        Builder builder = new Builder(values.length + 2);
        for (int i = 0; i < values.length; i++) {
            builder.put(shape.keys[i], values[i]);
        }
        return builder;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name && indexOf(name) >= 0;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (!(key instanceof String name)) {
            return null;
        }
        int index = indexOf(name);
        return index < 0 ? null : values[index];
    }

    /** The value at a path of keys, or null where a step is absent or not an object. */
    public @Nullable Object at(String... path) {
        Object node = this;
        for (String step : path) {
            if (!(node instanceof JsonObject object)) {
                return null;
            }
            node = object.get(step);
        }
        return node;
    }

    /** The text at a path, or null where there is none or it is not text. */
    public @Nullable String text(String... path) {
        return at(path) instanceof String text ? text : null;
    }

    /** The integer at a path, or the default where there is none or it is not an integer. */
    public long integer(long defaultValue, String... path) {
        return at(path) instanceof Long number ? number : defaultValue;
    }

    /** Whether the value at a path is {@code true}. */
    public boolean isTrue(String... path) {
        return Boolean.TRUE.equals(at(path));
    }

    /** The object at a path, or the empty object. */
    public JsonObject object(String... path) {
        return at(path) instanceof JsonObject object ? object : EMPTY;
    }

    /** The array at a path, or the empty array. */
    public JsonArray array(String... path) {
        return at(path) instanceof JsonArray array ? array : JsonArray.EMPTY;
    }

    /** This object with one member set. Returns this when nothing changes. */
    public JsonObject with(String key, @Nullable Object value) {
        Object frozen = Json.freeze(value);
        int index = indexOf(key);
        if (index >= 0) {
            if (values[index] == frozen) {
                return this;
            }
            @Nullable Object[] changed = values.clone();
            changed[index] = frozen;
            return new JsonObject(shape, changed);
        }
        Shape longer = shape.plus(key);
        int at = longer.indexOf(key);
        @Nullable Object[] newValues = new Object[values.length + 1];
        System.arraycopy(values, 0, newValues, 0, at);
        newValues[at] = frozen;
        System.arraycopy(values, at, newValues, at + 1, values.length - at);
        return new JsonObject(longer, newValues);
    }

    /** This object without one member. Returns this when it has none of that name. */
    public JsonObject without(String key) {
        int index = indexOf(key);
        if (index < 0) {
            return this;
        }
        if (values.length == 1) {
            return EMPTY;
        }
        @Nullable Object[] newValues = new Object[values.length - 1];
        System.arraycopy(values, 0, newValues, 0, index);
        System.arraycopy(values, index + 1, newValues, index, newValues.length - index);
        return new JsonObject(shape.minus(index), newValues);
    }

    /** This object with the value at a path set; missing objects on the way are made. */
    public JsonObject withAt(@Nullable Object value, String... path) {
        return withAt(value, path, 0);
    }

    private JsonObject withAt(@Nullable Object value, String[] path, int depth) {
        if (depth == path.length - 1) {
            return with(path[depth], value);
        }
        return with(path[depth], object(path[depth]).withAt(value, path, depth + 1));
    }

    /** This object without the member at a path; objects on the way stay, also when they become empty. */
    public JsonObject withoutAt(String... path) {
        return withoutAt(path, 0);
    }

    private JsonObject withoutAt(String[] path, int depth) {
        if (depth == path.length - 1) {
            return without(path[depth]);
        }
        return get(path[depth]) instanceof JsonObject child
                ? with(path[depth], child.withoutAt(path, depth + 1))
                : this;
    }

    /**
     * An object equal to this one that has the parts in common with another, such as its earlier state, from there: equal
     * parts are one instance afterwards. Returns the other when both are equal.
     */
    public JsonObject sharing(JsonObject other) {
        if (this == other) {
            return other;
        }
        boolean sameKeys = shape.equals(other.shape);
        boolean same = sameKeys;
        @Nullable Object[] shared = null;
        for (int i = 0; i < values.length; i++) {
            Object mine = values[i];
            int index = sameKeys ? i : other.indexOf(shape.keys[i]);
            Object theirs = index < 0 ? null : other.values[index];
            Object chosen = sharedValue(mine, theirs);
            same &= chosen == theirs;
            if (chosen != mine) {
                shared = shared == null ? values.clone() : shared;
                shared[i] = chosen;
            }
        }
        if (same) {
            return other;
        }
        return shared == null && (!sameKeys || shape == other.shape)
                ? this
                : new JsonObject(sameKeys ? other.shape : shape, shared == null ? values : shared);
    }

    /**
     * An object equal to this one whose parts are one instance with equal parts of other trees, where those passed through
     * here not long ago. Costs a look at each part; saves the memory of what many objects have in common, and makes
     * comparisons of such parts cheap.
     *
     * @param known a state of the object that came out of this before, or the empty object: parts that are the same instance
     *     in both are not looked at
     */
    public JsonObject withCommonParts(JsonObject known) {
        @Nullable Object[] shared = null;
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            Object before = counterpart(i, known);
            if (value == before) {
                continue;
            }
            // Metadata of an object has its uid in it: only its parts have a chance to be found again.
            Object common = value instanceof JsonObject meta && shape.keys[i].equals("metadata")
                    ? meta.withCommonParts(before instanceof JsonObject object ? object : EMPTY)
                    : CommonParts.of(value, before);
            if (common != value) {
                shared = shared == null ? values.clone() : shared;
                shared[i] = common;
            }
        }
        return shared == null ? this : new JsonObject(shape, shared);
    }

    /** This object with its parts as {@link CommonParts} has them. */
    JsonObject ofCommonParts(@Nullable Object known) {
        JsonObject before = known instanceof JsonObject object ? object : EMPTY;
        @Nullable Object[] shared = null;
        for (int i = 0; i < values.length; i++) {
            Object common = CommonParts.of(values[i], counterpart(i, before));
            if (common != values[i]) {
                shared = shared == null ? values.clone() : shared;
                shared[i] = common;
            }
        }
        return shared == null ? this : new JsonObject(shape, shared);
    }

    static @Nullable Object sharedValue(@Nullable Object mine, @Nullable Object theirs) {
        if (mine == theirs || theirs == null || mine == null) {
            return mine;
        }
        if (mine instanceof JsonObject object && theirs instanceof JsonObject before) {
            return object.sharing(before);
        }
        if (mine instanceof JsonArray array && theirs instanceof JsonArray before) {
            return array.sharing(before);
        }
        return mine.equals(theirs) ? theirs : mine;
    }

    /** The key at a position in sorted order. */
    public String keyAt(int index) {
        return shape.keys[index];
    }

    /** The value at a position in sorted key order. */
    public @Nullable Object valueAt(int index) {
        return values[index];
    }

    /** What another object has for the key at a position; null where it has nothing. Cheap when both have the same keys. */
    @SuppressWarnings("ReferenceEquality") // objects with the same keys mostly share the array of them
    public @Nullable Object counterpart(int index, JsonObject other) {
        return shape == other.shape ? other.values[index] : other.get(shape.keys[index]);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(shape.keys[i], values[i]);
        }
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Iterator<Entry<String, @Nullable Object>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < values.length;
                    }

                    @Override
                    public Entry<String, @Nullable Object> next() {
                        if (next >= values.length) {
                            throw new NoSuchElementException();
                        }
                        int index = next++;
                        return new SimpleImmutableEntry<>(shape.keys[index], values[index]);
                    }
                };
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (other instanceof JsonObject that) {
            if (!shape.equals(that.shape)) {
                return false;
            }
            for (int i = 0; i < values.length; i++) {
                Object mine = values[i];
                Object theirs = that.values[i];
                if (mine != theirs && (mine == null || !mine.equals(theirs))) {
                    return false;
                }
            }
            return true;
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        int result = hash;
        if (result == 0) {
            for (int i = 0; i < values.length; i++) {
                result += shape.keys[i].hashCode() ^ Objects.hashCode(values[i]);
            }
            hash = result;
        }
        return result;
    }

    /** The compact JSON text. */
    @Override
    public String toString() {
        return Json.write(this);
    }

    private int indexOf(String key) {
        return shape.indexOf(key);
    }

    Shape shape() {
        return shape;
    }

    /** Collects members, then sorts them once. The last value of a key wins. Not thread-safe; use it once. */
    public static final class Builder {
        private String[] keys;
        private @Nullable Object[] values;
        private int size;
        private boolean sorted = true;

        private Builder(int expectedSize) {
            int capacity = Math.max(expectedSize, 4);
            keys = new String[capacity];
            values = new Object[capacity];
        }

        /** Sets a member; the value is made immutable as by {@link Json#freeze(Object)}. */
        public Builder put(String key, @Nullable Object value) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            String interned = JsonKeys.intern(key);
            if (size > 0 && sorted && keys[size - 1].compareTo(interned) >= 0) {
                sorted = false;
            }
            keys[size] = interned;
            values[size++] = Json.freeze(value);
            return this;
        }

        /** Sets a member unless the value is null. */
        public Builder putIfPresent(String key, @Nullable Object value) {
            return value == null ? this : put(key, value);
        }

        /** The object. */
        public JsonObject build() {
            if (size == 0) {
                return EMPTY;
            }
            if (!sorted) {
                sort();
            }
            return new JsonObject(
                    JsonKeys.share(keys, size), values.length == size ? values : Arrays.copyOf(values, size));
        }

        /** Stable insertion sort (objects are small or nearly sorted), then duplicates keep their last value. */
        private void sort() {
            for (int i = 1; i < size; i++) {
                String key = keys[i];
                Object value = values[i];
                int low = 0;
                int high = i;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (keys[middle].compareTo(key) <= 0) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                System.arraycopy(keys, low, keys, low + 1, i - low);
                System.arraycopy(values, low, values, low + 1, i - low);
                keys[low] = key;
                values[low] = value;
            }
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i + 1 < size && keys[i].equals(keys[i + 1])) {
                    continue;
                }
                keys[kept] = keys[i];
                values[kept++] = values[i];
            }
            size = kept;
        }
    }
}
