package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.Cidr;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Settings of OVN-Kubernetes. Absent members leave the default to the operator.
 *
 * <p>CRD field: HostedCluster {@code spec.operatorConfiguration.clusterNetworkOperator.ovnKubernetesConfig},
 * HostedControlPlane {@code spec.operatorConfiguration.clusterNetworkOperator.ovnKubernetesConfig}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1)
@Rule(
        value =
                "!has(self.ipv4) || !has(self.ipv4.internalJoinSubnet) || !has(self.ipv4.internalTransitSwitchSubnet) || self.ipv4.internalJoinSubnet != self.ipv4.internalTransitSwitchSubnet",
        message = "internalJoinSubnet and internalTransitSwitchSubnet must not be the same")
@Rule(
        value =
                "!has(self.ipv6) || !has(self.ipv6.internalJoinSubnet) || !has(self.ipv6.internalTransitSwitchSubnet) || self.ipv6.internalJoinSubnet != self.ipv6.internalTransitSwitchSubnet",
        message = "ipv6 internalJoinSubnet and internalTransitSwitchSubnet must not be the same")
@Rule(value = "!has(oldSelf.mtu) || has(self.mtu)", message = "mtu is immutable once set and cannot be removed")
@Rule(value = "!has(oldSelf.ipv6) || has(self.ipv6)", message = "ipv6 is immutable once set and cannot be removed")
@Rule(
        value =
                "!has(oldSelf.ipv6) || !has(oldSelf.ipv6.internalJoinSubnet) || (has(self.ipv6) && has(self.ipv6.internalJoinSubnet))",
        message = "ipv6.internalJoinSubnet cannot be removed once set")
@Rule(
        value =
                "!has(oldSelf.ipv6) || !has(oldSelf.ipv6.internalTransitSwitchSubnet) || (has(self.ipv6) && has(self.ipv6.internalTransitSwitchSubnet))",
        message = "ipv6.internalTransitSwitchSubnet cannot be removed once set")
@Rule(
        value = "!has(oldSelf.v4InternalSubnet) || has(self.v4InternalSubnet)",
        message = "v4InternalSubnet is immutable once set and cannot be removed")
@Rule(
        value = "!has(oldSelf.v6InternalSubnet) || has(self.v6InternalSubnet)",
        message = "v6InternalSubnet is immutable once set and cannot be removed")
public interface OvnKubernetesConfig extends Model {
    /** Internal IPv4 subnets. */
    @Nullable
    OvnIpv4Config getIpv4();

    /** Internal IPv6 subnets, for dual-stack clusters; not removed once set. */
    @Nullable
    OvnIpv6Config getIpv6();

    /** Bytes in a packet of the tunnel between nodes, 100 less than on the network beneath; immutable. */
    @Minimum(576)
    @Maximum(9216)
    @Rule(value = "self == oldSelf", message = "mtu is immutable once set")
    @Nullable
    Integer getMtu();

    /** The IPv4 subnet of gateway router ports; immutable. */
    @Size(min = 9, max = 18)
    @Rule(value = "self == oldSelf", message = "v4InternalSubnet is immutable once set")
    @Rule(
            value = "isCIDR(self) && cidr(self).ip().family() == 4",
            message = "Subnet must be in a valid IPv4 CIDR format")
    @Rule(
            value = "isCIDR(self) && cidr(self).prefixLength() <= 30",
            message = "subnet must be in the range /0 to /30 inclusive")
    @Rule(
            value = "isCIDR(self) && cidr(self).ip().family() == 4 && int(self.split('.')[0]) > 0",
            message = "first IP address octet must not be 0")
    @Nullable
    Cidr getV4InternalSubnet();

    /** The IPv6 subnet of gateway router ports; immutable. */
    @Size(min = 4, max = 48)
    @Rule(value = "self == oldSelf", message = "v6InternalSubnet is immutable once set")
    @Rule(value = "isCIDR(self) && cidr(self).ip().family() == 6", message = "Subnet must be in valid IPv6 CIDR format")
    @Rule(
            value = "isCIDR(self) && cidr(self).prefixLength() <= 125",
            message = "subnet must be in the range /0 to /125 inclusive")
    @Nullable
    Cidr getV6InternalSubnet();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OvnKubernetesConfig}. Not thread-safe. */
    final class Builder extends ImmutableOvnKubernetesConfig.Builder {
        Builder() {}

        /** Sets {@code ipv4} from a builder. */
        public Builder ipv4(UnaryOperator<OvnIpv4Config.Builder> edit) {
            return ipv4(edit.apply(OvnIpv4Config.builder()).build());
        }

        /** Sets {@code ipv6} from a builder. */
        public Builder ipv6(UnaryOperator<OvnIpv6Config.Builder> edit) {
            return ipv6(edit.apply(OvnIpv6Config.builder()).build());
        }
    }
}
