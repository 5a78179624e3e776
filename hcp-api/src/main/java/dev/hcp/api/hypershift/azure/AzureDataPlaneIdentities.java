package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Managed identities of components on nodes, by client ID.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.azureAuthenticationConfig.managedIdentities.dataPlane},
 * HostedControlPlane {@code spec.platform.azure.azureAuthenticationConfig.managedIdentities.dataPlane}.
 */
@Value.Immutable
@HcpModel
public interface AzureDataPlaneIdentities extends Model {
    /** That of the disk storage driver. */
    @Required
    @Size(max = 255)
    @Nullable
    String getDiskMSIClientID();

    /** That of the file storage driver. */
    @Required
    @Size(max = 255)
    @Nullable
    String getFileMSIClientID();

    /** That of the image registry. */
    @Required
    @Size(max = 255)
    @Nullable
    String getImageRegistryMSIClientID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureDataPlaneIdentities}. Not thread-safe. */
    final class Builder extends ImmutableAzureDataPlaneIdentities.Builder {
        Builder() {}
    }
}
