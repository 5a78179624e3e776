package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.value.GoDuration;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A classic load balancer on AWS.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.aws.classicLoadBalancer},
 * HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.aws.classicLoadBalancer}.
 */
@Value.Immutable
@HcpModel
public interface AwsClassicLoadBalancerParameters extends Model {
    /** How long a connection may be idle; the default of AWS, 60 seconds, when absent or zero. */
    @Format("duration")
    @Nullable
    GoDuration getConnectionIdleTimeout();

    /** The subnets to which it attaches; found by their tags when absent. */
    @Nullable
    AwsSubnets getSubnets();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsClassicLoadBalancerParameters}. Not thread-safe. */
    final class Builder extends ImmutableAwsClassicLoadBalancerParameters.Builder {
        Builder() {}

        /** Sets {@code subnets} from a builder. */
        public Builder subnets(UnaryOperator<AwsSubnets.Builder> edit) {
            return subnets(edit.apply(AwsSubnets.builder()).build());
        }
    }
}
