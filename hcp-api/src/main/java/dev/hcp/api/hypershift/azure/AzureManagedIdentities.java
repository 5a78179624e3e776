package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Managed identities of a cluster's components.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.azureAuthenticationConfig.managedIdentities},
 * HostedControlPlane {@code spec.platform.azure.azureAuthenticationConfig.managedIdentities}.
 */
@Value.Immutable
@HcpModel
public interface AzureManagedIdentities extends Model {
    /** Those of components on the management cluster. */
    @Required
    @Nullable
    AzureControlPlaneIdentities getControlPlane();

    /** Those of components on nodes. */
    @Required
    @Nullable
    AzureDataPlaneIdentities getDataPlane();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureManagedIdentities}. Not thread-safe. */
    final class Builder extends ImmutableAzureManagedIdentities.Builder {
        Builder() {}

        /** Sets {@code controlPlane} from a builder. */
        public Builder controlPlane(UnaryOperator<AzureControlPlaneIdentities.Builder> edit) {
            return controlPlane(
                    edit.apply(AzureControlPlaneIdentities.builder()).build());
        }

        /** Sets {@code dataPlane} from a builder. */
        public Builder dataPlane(UnaryOperator<AzureDataPlaneIdentities.Builder> edit) {
            return dataPlane(edit.apply(AzureDataPlaneIdentities.builder()).build());
        }
    }
}
