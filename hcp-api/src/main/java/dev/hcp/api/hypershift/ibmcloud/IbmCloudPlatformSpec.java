package dev.hcp.api.hypershift.ibmcloud;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to IBM Cloud.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.ibmcloud}, HostedControlPlane {@code spec.platform.ibmcloud},
 * NodePool {@code spec.platform.ibmcloud}.
 */
@Value.Immutable
@HcpModel
public interface IbmCloudPlatformSpec extends Model {
    /** The infrastructure within IBM Cloud, such as {@code VPC}, {@code Classic} or {@code UPI}. */
    @Nullable
    String getProviderType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IbmCloudPlatformSpec}. Not thread-safe. */
    final class Builder extends ImmutableIbmCloudPlatformSpec.Builder {
        Builder() {}
    }
}
