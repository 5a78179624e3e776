package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * As whom the components of a cluster use the Azure API; the member of the chosen type holds the details.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.azureAuthenticationConfig}, HostedControlPlane {@code
 * spec.platform.azure.azureAuthenticationConfig}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value =
                "self.azureAuthenticationConfigType == 'ManagedIdentities' ? has(self.managedIdentities) : !has(self.managedIdentities)",
        message =
                "managedIdentities is required when azureAuthenticationConfigType is ManagedIdentities, and forbidden otherwise")
@Rule(
        value =
                "self.azureAuthenticationConfigType == 'WorkloadIdentities' ? has(self.workloadIdentities) : !has(self.workloadIdentities)",
        message =
                "workloadIdentities is required when azureAuthenticationConfigType is WorkloadIdentities, and forbidden otherwise")
public interface AzureAuthenticationConfig extends Model {
    /** The type. */
    @Required
    @Nullable
    AzureAuthenticationType getAzureAuthenticationConfigType();

    /** The identities where Azure manages the service. */
    @Nullable
    AzureManagedIdentities getManagedIdentities();

    /** The identities of a cluster that one manages oneself. */
    @Nullable
    AzureWorkloadIdentities getWorkloadIdentities();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureAuthenticationConfig}. Not thread-safe. */
    final class Builder extends ImmutableAzureAuthenticationConfig.Builder {
        Builder() {}

        /** Sets {@code managedIdentities} from a builder. */
        public Builder managedIdentities(UnaryOperator<AzureManagedIdentities.Builder> edit) {
            return managedIdentities(
                    edit.apply(AzureManagedIdentities.builder()).build());
        }

        /** Sets {@code workloadIdentities} from a builder. */
        public Builder workloadIdentities(UnaryOperator<AzureWorkloadIdentities.Builder> edit) {
            return workloadIdentities(
                    edit.apply(AzureWorkloadIdentities.builder()).build());
        }
    }
}
