package dev.hcp.api.hypershift.openstack;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;

/**
 * A subnet to make.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.openstack.managedSubnets[]}, HostedControlPlane {@code
 * spec.platform.openstack.managedSubnets[]}.
 */
@Value.Immutable
@HcpModel
public interface OpenStackSubnetSpec extends Model {
    /** The addresses that machines get; all of the subnet when empty. */
    List<OpenStackAllocationPool> getAllocationPools();

    /** The name servers that machines get. */
    List<String> getDnsNameservers();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OpenStackSubnetSpec}. Not thread-safe. */
    final class Builder extends ImmutableOpenStackSubnetSpec.Builder {
        Builder() {}
    }
}
