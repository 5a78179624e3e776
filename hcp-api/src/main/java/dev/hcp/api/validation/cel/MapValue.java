package dev.hcp.api.validation.cel;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelValue;
import dev.hcp.api.json.JsonObject;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map of a tree as rules see it. Its values are made when they are asked for. */
@Immutable
@SuppressWarnings("Immutable") // Trees and declared types are immutable, but not marked so.
final class MapValue extends CelValue implements Map<String, Object> {
    private final JsonObject tree;
    private final DeclaredType element;
    private final DeclaredType type;
    private final View view = new View();

    MapValue(JsonObject tree, DeclaredType type, DeclaredType element) {
        this.tree = tree;
        this.type = type;
        this.element = element;
    }

    private final class View extends AbstractMap<String, Object> {
        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public int size() {
                    return tree.size();
                }

                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    return new Iterator<>() {
                        private int next;

                        @Override
                        public boolean hasNext() {
                            return next < tree.size();
                        }

                        @Override
                        public Entry<String, Object> next() {
                            int index = next++;
                            return new SimpleImmutableEntry<>(
                                    tree.keyAt(index), Values.of(tree.valueAt(index), element));
                        }
                    };
                }
            };
        }
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return tree.isEmpty();
    }

    @Override
    public CelType celType() {
        return type.celType();
    }

    @Override
    public int size() {
        return tree.size();
    }

    @Override
    public boolean isEmpty() {
        return tree.isEmpty();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String && tree.containsKey(key);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return containsKey(key) ? Values.of(tree.get(key), element) : null;
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return view.containsValue(value);
    }

    @Override
    public Set<String> keySet() {
        return tree.keySet();
    }

    @Override
    public Collection<Object> values() {
        return view.values();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return view.entrySet();
    }

    @Override
    public @Nullable Object put(String key, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(Map<? extends String, ?> other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other != null && Equality.equal(this, other));
    }

    @Override
    public int hashCode() {
        return tree.keySet().hashCode();
    }

    @Override
    public String toString() {
        return "map";
    }
}
