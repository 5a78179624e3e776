package dev.hcp.api.hypershift.openstack;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.openstack.managedSubnets[].allocationPools[]}, HostedControlPlane
 * {@code spec.platform.openstack.managedSubnets[].allocationPools[]}.
 */
@Value.Immutable
@HcpModel
public interface OpenStackAllocationPool extends Model {
    /** The last address. */
    @Required
    @Nullable
    String getEnd();

    /** The first address. */
    @Required
    @Nullable
    String getStart();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OpenStackAllocationPool}. Not thread-safe. */
    final class Builder extends ImmutableOpenStackAllocationPool.Builder {
        Builder() {}
    }
}
