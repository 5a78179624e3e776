package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A federated identity.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.azure.workloadIdentity}, HostedControlPlane {@code
 * spec.secretEncryption.kms.azure.workloadIdentity}, HostedCluster {@code
 * spec.platform.azure.azureAuthenticationConfig.workloadIdentities.cloudProvider}, HostedControlPlane {@code
 * spec.platform.azure.azureAuthenticationConfig.workloadIdentities.cloudProvider}, HostedCluster {@code
 * spec.platform.azure.azureAuthenticationConfig.workloadIdentities.controlPlaneOperator} and others.
 */
@Value.Immutable
@HcpModel
public interface AzureWorkloadIdentity extends Model {
    /** The client ID, a UUID. */
    @Required
    @Pattern("^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$")
    @Size(min = 36, max = 36)
    @Rule(
            value = "self.matches('^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$')",
            message =
                    "the client ID of a managed identity must be a valid UUID. It should be 5 groups of hyphen separated hexadecimal characters in the form 8-4-4-4-12.")
    @Nullable
    String getClientID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureWorkloadIdentity}. Not thread-safe. */
    final class Builder extends ImmutableAzureWorkloadIdentity.Builder {
        Builder() {}
    }
}
