package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The roles that parts of a cluster assume, by ARN.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws.rolesRef}, HostedControlPlane {@code
 * spec.platform.aws.rolesRef}.
 */
@Value.Immutable
@HcpModel
public interface AwsRolesRef extends Model {
    /** The role of the control plane operator. */
    @Required
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getControlPlaneOperatorARN();

    /** The role of the image registry. */
    @Required
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getImageRegistryARN();

    /** The role of the ingress operator. */
    @Required
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getIngressARN();

    /** The role of the cloud controller. */
    @Required
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getKubeCloudControllerARN();

    /** The role of the network configuration controller. */
    @Required
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getNetworkARN();

    /** The role of the machine provider. */
    @Required
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getNodePoolManagementARN();

    /** The role of the storage driver. */
    @Required
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getStorageARN();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsRolesRef}. Not thread-safe. */
    final class Builder extends ImmutableAwsRolesRef.Builder {
        Builder() {}
    }
}
