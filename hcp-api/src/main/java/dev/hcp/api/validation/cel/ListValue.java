package dev.hcp.api.validation.cel;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelValue;
import dev.hcp.api.validation.schema.Schema;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list of a tree as rules see it, with the equality of its list type. Its items are made when they are asked for. */
@Immutable
@SuppressWarnings("Immutable") // Trees and declared types are immutable, but not marked so.
final class ListValue extends CelValue implements List<Object>, RandomAccess {
    private final DeclaredType type;
    private final List<Object> view;

    private ListValue(DeclaredType type, List<Object> view) {
        this.type = type;
        this.view = view;
    }

    /** A list of a tree. */
    static ListValue ofTree(List<?> items, DeclaredType type, DeclaredType element) {
        return new ListValue(type, new AbstractList<>() {
            @Override
            public Object get(int index) {
                return Values.of(items.get(index), element);
            }

            @Override
            public int size() {
                return items.size();
            }
        });
    }

    Schema.ListType listType() {
        return type.schema().listType();
    }

    DeclaredType type() {
        return type;
    }

    /**
     * This list with the items of another: of a set those that it has not yet; of a map those of new keys at the end, the
     * others in the place of the item with their key.
     */
    ListValue plus(List<?> others) {
        List<Object> merged = new ArrayList<>(view);
        for (Object other : others) {
            int at = indexOfSame(merged, other);
            if (at < 0) {
                merged.add(other);
            } else if (listType() == Schema.ListType.MAP) {
                merged.set(at, other);
            }
        }
        return new ListValue(type, merged);
    }

    /** Where an item that counts as the same stands, or -1. */
    int indexOfSame(List<?> items, Object wanted) {
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            boolean same = listType() == Schema.ListType.MAP
                    ? Equality.sameKey(item, wanted, type.schema())
                    : Equality.equal(item, wanted);
            if (same) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return view.isEmpty();
    }

    @Override
    public CelType celType() {
        return type.celType();
    }

    @Override
    public int size() {
        return view.size();
    }

    @Override
    public boolean isEmpty() {
        return view.isEmpty();
    }

    @Override
    public Object get(int index) {
        return view.get(index);
    }

    @Override
    public Iterator<Object> iterator() {
        return view.iterator();
    }

    @Override
    public boolean contains(@Nullable Object wanted) {
        return indexOf(wanted) >= 0;
    }

    @Override
    public int indexOf(@Nullable Object wanted) {
        for (int i = 0; wanted != null && i < view.size(); i++) {
            if (Equality.equal(view.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object wanted) {
        for (int i = view.size() - 1; wanted != null && i >= 0; i--) {
            if (Equality.equal(view.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean containsAll(Collection<?> wanted) {
        return wanted.stream().allMatch(this::contains);
    }

    @Override
    public Object[] toArray() {
        return view.toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        return view.toArray(array);
    }

    @Override
    public ListIterator<Object> listIterator() {
        return view.listIterator();
    }

    @Override
    public ListIterator<Object> listIterator(int index) {
        return view.listIterator(index);
    }

    @Override
    public List<Object> subList(int from, int to) {
        return view.subList(from, to);
    }

    @Override
    public boolean add(Object item) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(int index, Object item) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addAll(Collection<?> items) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addAll(int index, Collection<?> items) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object set(int index, Object item) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object remove(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(@Nullable Object item) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeAll(Collection<?> items) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean retainAll(Collection<?> items) {
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
        return view.size();
    }

    @Override
    public String toString() {
        return "list";
    }
}
