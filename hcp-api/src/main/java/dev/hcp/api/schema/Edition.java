package dev.hcp.api.schema;

import java.lang.reflect.AnnotatedElement;

/**
 * A state of the definitions of all kinds, oldest first. The models carry the members of every edition; a server that serves
 * an older one prunes what it does not know.
 */
public enum Edition {
    /** Release 4.17, the baseline. */
    V4_17("4.17"),

    /** The newest state that is known, of the default feature set. */
    LATEST("latest");

    private final String value;

    Edition(String value) {
        this.value = value;
    }

    /** The name, as in the directory {@code crds/4.17}. */
    public String value() {
        return value;
    }

    /** Whether this edition has a kind, a member of a model or a constant of an open enumeration. */
    public boolean has(AnnotatedElement place) {
        Since since = place.getAnnotation(Since.class);
        Until until = place.getAnnotation(Until.class);
        return isWithin(since == null ? V4_17 : since.value(), until == null ? LATEST : until.value());
    }

    /** Whether this edition lies between two others, themselves included. */
    public boolean isWithin(Edition first, Edition last) {
        return compareTo(first) >= 0 && compareTo(last) <= 0;
    }
}
