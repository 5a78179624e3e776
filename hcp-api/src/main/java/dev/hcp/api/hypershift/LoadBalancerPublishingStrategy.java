package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A service behind a load balancer.
 *
 * <p>CRD field: HostedCluster {@code spec.services[].servicePublishingStrategy.loadBalancer}, HostedControlPlane
 * {@code spec.services[].servicePublishingStrategy.loadBalancer}.
 */
@Value.Immutable
@HcpModel
public interface LoadBalancerPublishingStrategy extends Model {
    /** The host name that DNS is to give the load balancer. */
    @Nullable
    String getHostname();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link LoadBalancerPublishingStrategy}. Not thread-safe. */
    final class Builder extends ImmutableLoadBalancerPublishingStrategy.Builder {
        Builder() {}
    }
}
