package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Federated identities of a cluster's components.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.azureAuthenticationConfig.workloadIdentities},
 * HostedControlPlane {@code spec.platform.azure.azureAuthenticationConfig.workloadIdentities}.
 */
@Value.Immutable
@HcpModel
public interface AzureWorkloadIdentities extends Model {
    /** That of the cloud controller manager. */
    @Required
    @Nullable
    AzureWorkloadIdentity getCloudProvider();

    /** That of the control plane operator, for private link. */
    @Nullable
    AzureWorkloadIdentity getControlPlaneOperator();

    /** That of the disk storage driver. */
    @Required
    @Nullable
    AzureWorkloadIdentity getDisk();

    /** That of the file storage driver. */
    @Required
    @Nullable
    AzureWorkloadIdentity getFile();

    /** That of the image registry operator. */
    @Required
    @Nullable
    AzureWorkloadIdentity getImageRegistry();

    /** That of the ingress operator. */
    @Required
    @Nullable
    AzureWorkloadIdentity getIngress();

    /** That of the network operator. */
    @Required
    @Nullable
    AzureWorkloadIdentity getNetwork();

    /** That of the machine controller. */
    @Required
    @Nullable
    AzureWorkloadIdentity getNodePoolManagement();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureWorkloadIdentities}. Not thread-safe. */
    final class Builder extends ImmutableAzureWorkloadIdentities.Builder {
        Builder() {}

        /** Sets {@code cloudProvider} from a builder. */
        public Builder cloudProvider(UnaryOperator<AzureWorkloadIdentity.Builder> edit) {
            return cloudProvider(edit.apply(AzureWorkloadIdentity.builder()).build());
        }

        /** Sets {@code controlPlaneOperator} from a builder. */
        public Builder controlPlaneOperator(UnaryOperator<AzureWorkloadIdentity.Builder> edit) {
            return controlPlaneOperator(
                    edit.apply(AzureWorkloadIdentity.builder()).build());
        }

        /** Sets {@code disk} from a builder. */
        public Builder disk(UnaryOperator<AzureWorkloadIdentity.Builder> edit) {
            return disk(edit.apply(AzureWorkloadIdentity.builder()).build());
        }

        /** Sets {@code file} from a builder. */
        public Builder file(UnaryOperator<AzureWorkloadIdentity.Builder> edit) {
            return file(edit.apply(AzureWorkloadIdentity.builder()).build());
        }

        /** Sets {@code imageRegistry} from a builder. */
        public Builder imageRegistry(UnaryOperator<AzureWorkloadIdentity.Builder> edit) {
            return imageRegistry(edit.apply(AzureWorkloadIdentity.builder()).build());
        }

        /** Sets {@code ingress} from a builder. */
        public Builder ingress(UnaryOperator<AzureWorkloadIdentity.Builder> edit) {
            return ingress(edit.apply(AzureWorkloadIdentity.builder()).build());
        }

        /** Sets {@code network} from a builder. */
        public Builder network(UnaryOperator<AzureWorkloadIdentity.Builder> edit) {
            return network(edit.apply(AzureWorkloadIdentity.builder()).build());
        }

        /** Sets {@code nodePoolManagement} from a builder. */
        public Builder nodePoolManagement(UnaryOperator<AzureWorkloadIdentity.Builder> edit) {
            return nodePoolManagement(
                    edit.apply(AzureWorkloadIdentity.builder()).build());
        }
    }
}
