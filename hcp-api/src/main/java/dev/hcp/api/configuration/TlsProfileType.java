package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A TLS profile, after the recommendations of Mozilla. */
public final class TlsProfileType extends OpenEnum {
    public static final TlsProfileType OLD = new TlsProfileType("Old");

    public static final TlsProfileType INTERMEDIATE = new TlsProfileType("Intermediate");

    public static final TlsProfileType MODERN = new TlsProfileType("Modern");

    public static final TlsProfileType CUSTOM = new TlsProfileType("Custom");

    private TlsProfileType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static TlsProfileType of(String value) {
        return new TlsProfileType(value);
    }
}
