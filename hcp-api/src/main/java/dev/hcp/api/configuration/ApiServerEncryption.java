package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Encryption of resources at rest.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.apiServer.encryption}.
 */
@Value.Immutable
@HcpModel
public interface ApiServerEncryption extends Model {
    /** The cipher; empty for the default, which is not to encrypt. */
    @Nullable
    ApiServerEncryptionType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ApiServerEncryption}. Not thread-safe. */
    final class Builder extends ImmutableApiServerEncryption.Builder {
        Builder() {}
    }
}
