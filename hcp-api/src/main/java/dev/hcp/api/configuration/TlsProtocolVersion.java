package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A version of TLS. */
public final class TlsProtocolVersion extends OpenEnum {
    public static final TlsProtocolVersion TLS_1_0 = new TlsProtocolVersion("VersionTLS10");

    public static final TlsProtocolVersion TLS_1_1 = new TlsProtocolVersion("VersionTLS11");

    public static final TlsProtocolVersion TLS_1_2 = new TlsProtocolVersion("VersionTLS12");

    public static final TlsProtocolVersion TLS_1_3 = new TlsProtocolVersion("VersionTLS13");

    private TlsProtocolVersion(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static TlsProtocolVersion of(String value) {
        return new TlsProtocolVersion(value);
    }
}
