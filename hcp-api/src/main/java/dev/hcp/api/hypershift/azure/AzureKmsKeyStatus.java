package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An Azure key that encrypts secrets.
 *
 * <p>CRD field: HostedCluster {@code status.secretEncryption.activeKey.azure}, HostedControlPlane {@code
 * status.secretEncryption.activeKey.azure}, HostedCluster {@code status.secretEncryption.targetKey.azure},
 * HostedControlPlane {@code status.secretEncryption.targetKey.azure}.
 */
@Value.Immutable
@HcpModel
public interface AzureKmsKeyStatus extends Model {
    /** The key. */
    @Required
    @Size(min = 1, max = 255)
    @Nullable
    String getKeyName();

    /** The key vault. */
    @Required
    @Size(min = 1, max = 255)
    @Nullable
    String getKeyVaultName();

    /** The version of the key. */
    @Required
    @Size(min = 1, max = 255)
    @Nullable
    String getKeyVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureKmsKeyStatus}. Not thread-safe. */
    final class Builder extends ImmutableAzureKmsKeyStatus.Builder {
        Builder() {}
    }
}
