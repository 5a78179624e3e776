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
 * A managed identity whose certificate is in a key vault.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.kms.azure.kms}, HostedControlPlane {@code
 * spec.secretEncryption.kms.azure.kms}, HostedCluster {@code
 * spec.platform.azure.azureAuthenticationConfig.managedIdentities.controlPlane.cloudProvider}, HostedControlPlane
 * {@code spec.platform.azure.azureAuthenticationConfig.managedIdentities.controlPlane.cloudProvider}, HostedCluster
 * {@code spec.platform.azure.azureAuthenticationConfig.managedIdentities.controlPlane.controlPlaneOperator} and
 * others.
 */
@Value.Immutable
@HcpModel
public interface AzureManagedIdentity extends Model {
    /** The client ID, a UUID; mostly for tests. */
    @Pattern("^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$")
    @Size(min = 36, max = 36)
    @Rule(
            value = "self.matches('^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$')",
            message =
                    "the client ID of a managed identity must be a valid UUID. It should be 5 groups of hyphen separated hexadecimal characters in the form 8-4-4-4-12.")
    @Nullable
    String getClientID();

    /** The secret in the key vault that holds the credentials. */
    @Required
    @Pattern("^[a-zA-Z0-9-]+$")
    @Size(min = 1, max = 127)
    @Nullable
    String getCredentialsSecretName();

    /** How that secret is encoded; UTF-8 by default. */
    @Required
    @Nullable
    AzureObjectEncoding getObjectEncoding();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureManagedIdentity}. Not thread-safe. */
    final class Builder extends ImmutableAzureManagedIdentity.Builder {
        Builder() {}
    }
}
