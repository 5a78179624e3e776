package dev.hcp.client;

import java.util.List;

/**
 * What applying one object would change. Immutable.
 *
 * @param kind kind of the object
 * @param namespace its namespace; empty for an object without
 * @param name its name
 * @param change whether it is new, changes or stays
 * @param fields for an object that changes a line per field, {@code spec.replicas: 2 -> 3}, sorted by path
 */
public record ResourceDiff(String kind, String namespace, String name, Change change, List<String> fields) {
    /** What happens to an object. */
    public enum Change {
        /** It does not exist and would be created. */
        NEW('+'),
        /** It exists and would be changed. */
        CHANGED('~'),
        /** It exists as it shall be. */
        SAME('=');

        private final char sign;

        Change(char sign) {
            this.sign = sign;
        }
    }

    /** Copies the list. */
    public ResourceDiff {
        fields = List.copyOf(fields);
    }

    /** The object with a sign before it, {@code +}, {@code ~} or {@code =}, and its fields below. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(change.sign).append(' ').append(kind).append(' ');
        if (!namespace.isEmpty()) {
            text.append(namespace).append('/');
        }
        text.append(name);
        fields.forEach(field -> text.append("\n    ").append(field));
        return text.toString();
    }
}
