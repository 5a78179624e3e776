package dev.hcp.api.model;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An enumeration that newer servers may extend: known values are constants, unknown ones are kept and compare equal by
 * their text. Immutable and thread-safe.
 */
public abstract class OpenEnum implements Comparable<OpenEnum> {
    private final String value;

    protected OpenEnum(String value) {
        this.value = value;
    }

    /** The text as it stands in JSON. */
    @JsonValue
    public final String value() {
        return value;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof OpenEnum that && getClass() == that.getClass() && value.equals(that.value));
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final int compareTo(OpenEnum other) {
        return value.compareTo(other.value);
    }

    @Override
    public final String toString() {
        return value;
    }
}
