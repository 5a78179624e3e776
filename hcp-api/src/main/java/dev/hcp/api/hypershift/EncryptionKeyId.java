package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A key that encrypts secrets, without its details.
 *
 * <p>CRD field: HostedCluster {@code status.secretEncryption.history[].from}, HostedControlPlane {@code
 * status.secretEncryption.history[].from}, HostedCluster {@code status.secretEncryption.history[].to},
 * HostedControlPlane {@code status.secretEncryption.history[].to}.
 */
@Value.Immutable
@HcpModel
public interface EncryptionKeyId extends Model {
    /** SHA-256 of what identifies the key, in hexadecimal. */
    @Required
    @Size(min = 1, max = 64)
    @Nullable
    String getFingerprint();

    /** The provider. */
    @Required
    @Nullable
    SecretEncryptionProvider getProvider();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link EncryptionKeyId}. Not thread-safe. */
    final class Builder extends ImmutableEncryptionKeyId.Builder {
        Builder() {}
    }
}
