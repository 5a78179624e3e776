package dev.hcp.api.json;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** An immutable JSON array. It is a {@link java.util.List} whose mutators throw. Thread-safe. */
public final class JsonArray extends AbstractList<@Nullable Object> implements RandomAccess {
    /** The array without items. */
    public static final JsonArray EMPTY = new JsonArray(new Object[0]);

    private final @Nullable Object[] items;
    private int hash;

    private JsonArray(@Nullable Object[] items) {
        this.items = items;
    }

    /** The array of these items, made immutable as by {@link Json#freeze(Object)}. */
    public static JsonArray of(@Nullable Object... items) {
        if (items.length == 0) {
            return EMPTY;
        }
        @Nullable Object[] frozen = new Object[items.length];
        for (int i = 0; i < items.length; i++) {
            frozen[i] = Json.freeze(items[i]);
        }
        return new JsonArray(frozen);
    }

    /** An immutable copy of a collection, at every depth. Returns the argument when it already is a tree. */
    public static JsonArray copyOf(Collection<?> items) {
        return items instanceof JsonArray tree ? tree : of(items.toArray());
    }

    @Override
    public @Nullable Object get(int index) {
        return items[index];
    }

    @Override
    public int size() {
        return items.length;
    }

    /** The item at a position when it is an object, else the empty object. */
    public JsonObject object(int index) {
        return items[index] instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    /** The array with one more item at its end. */
    public JsonArray plus(@Nullable Object item) {
        @Nullable Object[] longer = Arrays.copyOf(items, items.length + 1);
        longer[items.length] = item;
        return of(longer);
    }

    /** As {@link JsonObject#sharing}, item by item. */
    JsonArray sharing(JsonArray other) {
        if (this == other) {
            return other;
        }
        boolean same = items.length == other.items.length;
        @Nullable Object[] shared = null;
        for (int i = 0; i < items.length && i < other.items.length; i++) {
            Object chosen = JsonObject.sharedValue(items[i], other.items[i]);
            same &= chosen == other.items[i];
            if (chosen != items[i]) {
                shared = shared == null ? items.clone() : shared;
                shared[i] = chosen;
            }
        }
        if (same) {
            return other;
        }
        return shared == null ? this : new JsonArray(shared);
    }

    /** This array with its items as {@link CommonParts} has them. */
    JsonArray ofCommonParts(@Nullable Object known) {
        JsonArray before = known instanceof JsonArray array ? array : EMPTY;
        @Nullable Object[] shared = null;
        for (int i = 0; i < items.length; i++) {
            Object common = CommonParts.of(items[i], i < before.items.length ? before.items[i] : null);
            if (common != items[i]) {
                shared = shared == null ? items.clone() : shared;
                shared[i] = common;
            }
        }
        return shared == null ? this : new JsonArray(shared);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof JsonArray that)) {
            return super.equals(other);
        }
        if (items.length != that.items.length) {
            return false;
        }
        for (int i = 0; i < items.length; i++) {
            Object mine = items[i];
            Object theirs = that.items[i];
            if (mine != theirs && (mine == null || !mine.equals(theirs))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int result = hash;
        if (result == 0) {
            result = Arrays.hashCode(items);
            hash = result;
        }
        return result;
    }

    /** The compact JSON text. */
    @Override
    public String toString() {
        return Json.write(this);
    }
}
