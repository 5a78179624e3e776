package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A managed identity that virtual machines get for pulling images.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.containerRegistry.credentials.managedIdentity},
 * HostedControlPlane {@code spec.platform.azure.containerRegistry.credentials.managedIdentity}.
 */
@Value.Immutable
@HcpModel
public interface AzureRegistryIdentity extends Model {
    /** Its resource ID, that of a user-assigned identity. */
    @Required
    @Size(min = 131, max = 345)
    @Rule(
            value =
                    "self.lowerAscii().matches('^/subscriptions/[^/]+/resourcegroups/[^/]+/providers/microsoft\\\\.managedidentity/userassignedidentities/[^/]+$')",
            message =
                    "must be a user-assigned managed identity ARM resource ID in the format /subscriptions/{subscriptionID}/resourceGroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identityName}")
    @Nullable
    String getResourceID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureRegistryIdentity}. Not thread-safe. */
    final class Builder extends ImmutableAzureRegistryIdentity.Builder {
        Builder() {}
    }
}
