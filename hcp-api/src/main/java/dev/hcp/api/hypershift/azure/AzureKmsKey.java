package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A key of an Azure key vault.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.azure.activeKey}, HostedCluster {@code
 * spec.secretEncryption.kms.azure.backupKey}, HostedControlPlane {@code spec.secretEncryption.kms.azure.activeKey}.
 */
@Value.Immutable
@HcpModel
public interface AzureKmsKey extends Model {
    /** The key. */
    @Required
    @Size(min = 1, max = 255, since = Edition.LATEST)
    @Nullable
    String getKeyName();

    /** The vault. */
    @Required
    @Size(min = 1, max = 255, since = Edition.LATEST)
    @Nullable
    String getKeyVaultName();

    /** The version of the key. */
    @Required
    @Size(min = 1, max = 255, since = Edition.LATEST)
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

    /** Builds {@link AzureKmsKey}. Not thread-safe. */
    final class Builder extends ImmutableAzureKmsKey.Builder {
        Builder() {}
    }
}
