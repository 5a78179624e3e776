package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.Cidr;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * IPv6 subnets that OVN-Kubernetes uses within; they may overlap with no other network of the cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.operatorConfiguration.clusterNetworkOperator.ovnKubernetesConfig.ipv6},
 * HostedControlPlane {@code spec.operatorConfiguration.clusterNetworkOperator.ovnKubernetesConfig.ipv6}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1)
public interface OvnIpv6Config extends Model {
    /** The subnet that joins gateway routers; {@code fd98::/64} by default, immutable. */
    @Size(min = 3, max = 48)
    @Rule(
            value = "isCIDR(self) && cidr(self).ip().family() == 6",
            message = "Subnet must be in valid IPv6 CIDR format (e.g., fd98::/64)")
    @Rule(
            value = "isCIDR(self) && cidr(self).prefixLength() <= 125",
            message = "subnet must be in the range /0 to /125 inclusive")
    @Rule(value = "self == oldSelf", message = "internalJoinSubnet is immutable")
    @Nullable
    Cidr getInternalJoinSubnet();

    /** The subnet of the switch that connects the nodes' routers; {@code fd97::/64} by default, immutable. */
    @Size(min = 3, max = 48)
    @Rule(
            value = "isCIDR(self) && cidr(self).ip().family() == 6",
            message = "Subnet must be in valid IPv6 CIDR format (e.g., fd97::/64)")
    @Rule(
            value = "isCIDR(self) && cidr(self).prefixLength() <= 125",
            message = "subnet must be in the range /0 to /125 inclusive")
    @Rule(value = "self == oldSelf", message = "internalTransitSwitchSubnet is immutable")
    @Nullable
    Cidr getInternalTransitSwitchSubnet();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OvnIpv6Config}. Not thread-safe. */
    final class Builder extends ImmutableOvnIpv6Config.Builder {
        Builder() {}
    }
}
