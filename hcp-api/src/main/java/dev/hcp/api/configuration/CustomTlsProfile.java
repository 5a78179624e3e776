package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A TLS profile of one's own.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.apiServer.tlsSecurityProfile.custom}.
 */
@Value.Immutable
@HcpModel
public interface CustomTlsProfile extends Model {
    /** Ciphers by their OpenSSL names. */
    @ListType("atomic")
    List<String> getCiphers();

    /** The oldest protocol version that is accepted. */
    @Nullable
    TlsProtocolVersion getMinTLSVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CustomTlsProfile}. Not thread-safe. */
    final class Builder extends ImmutableCustomTlsProfile.Builder {
        Builder() {}
    }
}
