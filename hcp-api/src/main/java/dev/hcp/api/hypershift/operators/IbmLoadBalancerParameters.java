package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer on IBM Cloud.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.ibm},
 * HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.ibm}.
 */
@Value.Immutable
@HcpModel
public interface IbmLoadBalancerParameters extends Model {
    /** Whether connections are preceded by the PROXY protocol. */
    @Nullable
    IngressProtocol getProtocol();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IbmLoadBalancerParameters}. Not thread-safe. */
    final class Builder extends ImmutableIbmLoadBalancerParameters.Builder {
        Builder() {}
    }
}
