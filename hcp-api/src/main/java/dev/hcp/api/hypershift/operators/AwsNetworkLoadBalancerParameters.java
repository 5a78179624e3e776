package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network load balancer on AWS.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.aws.networkLoadBalancer},
 * HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.loadBalancer.providerParameters.aws.networkLoadBalancer}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value =
                "has(self.subnets) && has(self.subnets.ids) && has(self.subnets.names) && has(self.eipAllocations) ? size(self.subnets.ids + self.subnets.names) == size(self.eipAllocations) : true",
        message = "number of subnets must be equal to number of eipAllocations")
@Rule(
        value =
                "has(self.subnets) && has(self.subnets.ids) && !has(self.subnets.names) && has(self.eipAllocations) ? size(self.subnets.ids) == size(self.eipAllocations) : true",
        message = "number of subnets must be equal to number of eipAllocations")
@Rule(
        value =
                "has(self.subnets) && has(self.subnets.names) && !has(self.subnets.ids) && has(self.eipAllocations) ? size(self.subnets.names) == size(self.eipAllocations) : true",
        message = "number of subnets must be equal to number of eipAllocations")
public interface AwsNetworkLoadBalancerParameters extends Model {
    /** Allocations of elastic IP addresses, one for each subnet; only for external load balancers. */
    @Size(max = 10)
    @Items(
            size = @Size(min = 26, max = 26),
            rules = {
                @Rule(value = "self.startsWith('eipalloc-')", message = "eipAllocations should start with 'eipalloc-'"),
                @Rule(
                        value = "self.split(\"-\", 2)[1].matches('[0-9a-fA-F]{17}$')",
                        message =
                                "eipAllocations must be 'eipalloc-' followed by exactly 17 hexadecimal characters (0-9, a-f, A-F)")
            })
    @ListType("atomic")
    @Rule(value = "self.all(x, self.exists_one(y, x == y))", message = "eipAllocations cannot contain duplicates")
    List<String> getEipAllocations();

    /** Whether connections are preceded by the PROXY protocol. */
    @OneOf({"TCP", "PROXY"})
    @Nullable
    IngressProtocol getProtocol();

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

    /** Builds {@link AwsNetworkLoadBalancerParameters}. Not thread-safe. */
    final class Builder extends ImmutableAwsNetworkLoadBalancerParameters.Builder {
        Builder() {}

        /** Sets {@code subnets} from a builder. */
        public Builder subnets(UnaryOperator<AwsSubnets.Builder> edit) {
            return subnets(edit.apply(AwsSubnets.builder()).build());
        }
    }
}
