package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * AwsRolesRef.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws.rolesRef}, HostedControlPlane {@code
 * spec.platform.aws.rolesRef}.
 */
@Value.Immutable
@HcpModel
public interface AwsRolesRef extends Model {
    /** {@code controlPlaneOperatorARN}. */
    @Required
    @Nullable
    String getControlPlaneOperatorARN();

    /** {@code imageRegistryARN}. */
    @Required
    @Nullable
    String getImageRegistryARN();

    /** {@code ingressARN}. */
    @Required
    @Nullable
    String getIngressARN();

    /** {@code kubeCloudControllerARN}. */
    @Required
    @Nullable
    String getKubeCloudControllerARN();

    /** {@code networkARN}. */
    @Required
    @Nullable
    String getNetworkARN();

    /** {@code nodePoolManagementARN}. */
    @Required
    @Nullable
    String getNodePoolManagementARN();

    /** {@code storageARN}. */
    @Required
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
