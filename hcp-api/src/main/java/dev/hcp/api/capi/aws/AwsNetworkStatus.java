package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What was made for the network of a cluster.
 *
 * <p>CRD field: AWSCluster {@code status.networkStatus}.
 */
@Value.Immutable
@HcpModel
public interface AwsNetworkStatus extends Model {
    /** The load balancer of the API server. */
    @Nullable
    AwsLoadBalancerStatus getApiServerElb();

    /** The public addresses of the NAT gateways. */
    List<String> getNatGatewaysIPs();

    /** One more load balancer of the API server. */
    @Nullable
    AwsLoadBalancerStatus getSecondaryAPIServerELB();

    /** The security groups, by role. */
    Map<String, AwsSecurityGroup> getSecurityGroups();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsNetworkStatus}. Not thread-safe. */
    final class Builder extends ImmutableAwsNetworkStatus.Builder {
        Builder() {}

        /** Sets {@code apiServerElb} from a builder. */
        public Builder apiServerElb(UnaryOperator<AwsLoadBalancerStatus.Builder> edit) {
            return apiServerElb(edit.apply(AwsLoadBalancerStatus.builder()).build());
        }

        /** Sets {@code secondaryAPIServerELB} from a builder. */
        public Builder secondaryAPIServerELB(UnaryOperator<AwsLoadBalancerStatus.Builder> edit) {
            return secondaryAPIServerELB(
                    edit.apply(AwsLoadBalancerStatus.builder()).build());
        }
    }
}
