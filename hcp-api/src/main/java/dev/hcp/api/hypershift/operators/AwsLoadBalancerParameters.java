package dev.hcp.api.hypershift.operators;

import dev.hcp.api.configuration.AwsLoadBalancerType;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer on AWS; the member of the chosen type holds the details.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.aws},
 * HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.aws}.
 */
@Value.Immutable
@HcpModel
public interface AwsLoadBalancerParameters extends Model {
    /** Details of a classic load balancer. */
    @Nullable
    AwsClassicLoadBalancerParameters getClassicLoadBalancer();

    /** Details of a network load balancer. */
    @Nullable
    AwsNetworkLoadBalancerParameters getNetworkLoadBalancer();

    /** The type. */
    @Required
    @Nullable
    AwsLoadBalancerType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsLoadBalancerParameters}. Not thread-safe. */
    final class Builder extends ImmutableAwsLoadBalancerParameters.Builder {
        Builder() {}

        /** Sets {@code classicLoadBalancer} from a builder. */
        public Builder classicLoadBalancer(UnaryOperator<AwsClassicLoadBalancerParameters.Builder> edit) {
            return classicLoadBalancer(
                    edit.apply(AwsClassicLoadBalancerParameters.builder()).build());
        }

        /** Sets {@code networkLoadBalancer} from a builder. */
        public Builder networkLoadBalancer(UnaryOperator<AwsNetworkLoadBalancerParameters.Builder> edit) {
            return networkLoadBalancer(
                    edit.apply(AwsNetworkLoadBalancerParameters.builder()).build());
        }
    }
}
