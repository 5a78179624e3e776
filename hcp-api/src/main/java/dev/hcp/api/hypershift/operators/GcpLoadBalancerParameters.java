package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer on Google Cloud.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.gcp},
 * HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.gcp}.
 */
@Value.Immutable
@HcpModel
public interface GcpLoadBalancerParameters extends Model {
    /** From where an internal load balancer is reached. */
    @Nullable
    GcpClientAccess getClientAccess();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link GcpLoadBalancerParameters}. Not thread-safe. */
    final class Builder extends ImmutableGcpLoadBalancerParameters.Builder {
        Builder() {}
    }
}
