package dev.hcp.api.validation.schema;

import org.jspecify.annotations.Nullable;

/** A path into an object, as validation messages print it. Immutable; costs one small object per step. */
public final class FieldPath {
    /** The object itself. */
    public static final FieldPath ROOT = new FieldPath(null, "", -1, false);

    private final @Nullable FieldPath parent;
    private final String name;
    private final int index;
    private final boolean bracketed;

    private FieldPath(@Nullable FieldPath parent, String name, int index, boolean bracketed) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.bracketed = bracketed;
    }

    /** A path of names from the root. */
    public static FieldPath of(String... names) {
        FieldPath path = ROOT;
        for (String name : names) {
            path = path.child(name);
        }
        return path;
    }

    /** A field of this object. */
    public FieldPath child(String field) {
        return new FieldPath(this, field, -1, false);
    }

    /** An item of this list. */
    public FieldPath index(int item) {
        return new FieldPath(this, "", item, false);
    }

    /** A member of this map, printed in brackets. */
    public FieldPath key(String key) {
        return new FieldPath(this, key, -1, true);
    }

    /** Whether this is a field of the object itself. */
    boolean isTopLevel() {
        return parent == ROOT;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        append(out);
        return out.toString();
    }

    private void append(StringBuilder out) {
        if (parent == null) {
            return;
        }
        parent.append(out);
        if (index >= 0) {
            out.append('[').append(index).append(']');
        } else if (bracketed) {
            out.append('[').append(name).append(']');
        } else {
            out.append(out.length() == 0 ? "" : ".").append(name);
        }
    }
}
