package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Managed identities of components on the management cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.azureAuthenticationConfig.managedIdentities.controlPlane},
 * HostedControlPlane {@code spec.platform.azure.azureAuthenticationConfig.managedIdentities.controlPlane}.
 */
@Value.Immutable
@HcpModel
public interface AzureControlPlaneIdentities extends Model {
    /** That of the cloud controller manager. */
    @Required
    @Nullable
    AzureManagedIdentity getCloudProvider();

    /** That of the control plane operator. */
    @Required
    @Nullable
    AzureManagedIdentity getControlPlaneOperator();

    /** That of the disk storage driver. */
    @Required
    @Nullable
    AzureManagedIdentity getDisk();

    /** That of the file storage driver. */
    @Required
    @Nullable
    AzureManagedIdentity getFile();

    /** That of the image registry operator. */
    @Nullable
    AzureManagedIdentity getImageRegistry();

    /** That of the ingress operator. */
    @Required
    @Nullable
    AzureManagedIdentity getIngress();

    /** The key vault with their certificates. */
    @Required
    @Nullable
    AzureKeyVaultSpec getManagedIdentitiesKeyVault();

    /** That of the network operator. */
    @Required
    @Nullable
    AzureManagedIdentity getNetwork();

    /** That of the machine controller. */
    @Required
    @Nullable
    AzureManagedIdentity getNodePoolManagement();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureControlPlaneIdentities}. Not thread-safe. */
    final class Builder extends ImmutableAzureControlPlaneIdentities.Builder {
        Builder() {}

        /** Sets {@code cloudProvider} from a builder. */
        public Builder cloudProvider(UnaryOperator<AzureManagedIdentity.Builder> edit) {
            return cloudProvider(edit.apply(AzureManagedIdentity.builder()).build());
        }

        /** Sets {@code controlPlaneOperator} from a builder. */
        public Builder controlPlaneOperator(UnaryOperator<AzureManagedIdentity.Builder> edit) {
            return controlPlaneOperator(
                    edit.apply(AzureManagedIdentity.builder()).build());
        }

        /** Sets {@code disk} from a builder. */
        public Builder disk(UnaryOperator<AzureManagedIdentity.Builder> edit) {
            return disk(edit.apply(AzureManagedIdentity.builder()).build());
        }

        /** Sets {@code file} from a builder. */
        public Builder file(UnaryOperator<AzureManagedIdentity.Builder> edit) {
            return file(edit.apply(AzureManagedIdentity.builder()).build());
        }

        /** Sets {@code imageRegistry} from a builder. */
        public Builder imageRegistry(UnaryOperator<AzureManagedIdentity.Builder> edit) {
            return imageRegistry(edit.apply(AzureManagedIdentity.builder()).build());
        }

        /** Sets {@code ingress} from a builder. */
        public Builder ingress(UnaryOperator<AzureManagedIdentity.Builder> edit) {
            return ingress(edit.apply(AzureManagedIdentity.builder()).build());
        }

        /** Sets {@code managedIdentitiesKeyVault} from a builder. */
        public Builder managedIdentitiesKeyVault(UnaryOperator<AzureKeyVaultSpec.Builder> edit) {
            return managedIdentitiesKeyVault(
                    edit.apply(AzureKeyVaultSpec.builder()).build());
        }

        /** Sets {@code network} from a builder. */
        public Builder network(UnaryOperator<AzureManagedIdentity.Builder> edit) {
            return network(edit.apply(AzureManagedIdentity.builder()).build());
        }

        /** Sets {@code nodePoolManagement} from a builder. */
        public Builder nodePoolManagement(UnaryOperator<AzureManagedIdentity.Builder> edit) {
            return nodePoolManagement(edit.apply(AzureManagedIdentity.builder()).build());
        }
    }
}
