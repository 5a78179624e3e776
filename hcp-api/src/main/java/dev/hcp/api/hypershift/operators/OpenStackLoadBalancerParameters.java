package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Rule;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer on OpenStack.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.openstack},
 * HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.openstack}.
 */
@Value.Immutable
@HcpModel
public interface OpenStackLoadBalancerParameters extends Model {
    /** Its floating IP address; any when absent. */
    @Rule(value = "isIP(self)", message = "floatingIP must be a valid IPv4 or IPv6 address")
    @Nullable
    String getFloatingIP();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OpenStackLoadBalancerParameters}. Not thread-safe. */
    final class Builder extends ImmutableOpenStackLoadBalancerParameters.Builder {
        Builder() {}
    }
}
