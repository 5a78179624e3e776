package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A key vault of the management cluster.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.platform.azure.azureAuthenticationConfig.managedIdentities.controlPlane.managedIdentitiesKeyVault},
 * HostedControlPlane {@code
 * spec.platform.azure.azureAuthenticationConfig.managedIdentities.controlPlane.managedIdentitiesKeyVault}.
 */
@Value.Immutable
@HcpModel
public interface AzureKeyVaultSpec extends Model {
    /** The name. */
    @Required
    @Size(max = 255)
    @Nullable
    String getName();

    /** The tenant. */
    @Required
    @Size(max = 255)
    @Nullable
    String getTenantID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureKeyVaultSpec}. Not thread-safe. */
    final class Builder extends ImmutableAzureKeyVaultSpec.Builder {
        Builder() {}
    }
}
