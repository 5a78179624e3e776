package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.Cidr;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * IPv4 subnets that OVN-Kubernetes uses within; they may overlap with no other network of the cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.operatorConfiguration.clusterNetworkOperator.ovnKubernetesConfig.ipv4},
 * HostedControlPlane {@code spec.operatorConfiguration.clusterNetworkOperator.ovnKubernetesConfig.ipv4}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1)
public interface OvnIpv4Config extends Model {
    /** The subnet that joins gateway routers; {@code 100.64.0.0/16} by default. */
    @Size(min = 9, max = 18)
    @Rule(
            value =
                    "self.matches('^([0-9]{1,3}\\\\.){3}[0-9]{1,3}/([0-9]|[1-2][0-9]|3[0-2])$') && self.split('/')[0].split('.').all(oct, int(oct) >= 0 && int(oct) <= 255)",
            message = "Subnet must be in a valid IPv4 CIDR format (e.g., 192.168.1.1/24)")
    @Rule(
            value = "self.matches('^.*/[0-9]+$') && int(self.split('/')[1]) <= 30",
            message = "subnet must be in the range /0 to /30 inclusive")
    @Rule(
            value = "self.matches('^[0-9]{1,3}\\\\..*') && int(self.split('/')[0].split('.')[0]) > 0",
            message = "first IP address octet must not be 0")
    @Nullable
    Cidr getInternalJoinSubnet();

    /** The subnet of the switch that connects the nodes' routers; {@code 100.88.0.0/16} by default. */
    @Size(min = 9, max = 18)
    @Rule(
            value =
                    "self.matches('^([0-9]{1,3}\\\\.){3}[0-9]{1,3}/([0-9]|[1-2][0-9]|3[0-2])$') && self.split('/')[0].split('.').all(oct, int(oct) >= 0 && int(oct) <= 255)",
            message = "Subnet must be in a valid IPv4 CIDR format")
    @Rule(
            value = "self.matches('^.*/[0-9]+$') && int(self.split('/')[1]) <= 30",
            message = "subnet must be in the range /0 to /30 inclusive")
    @Rule(
            value = "self.matches('^[0-9]{1,3}\\\\..*') && int(self.split('/')[0].split('.')[0]) > 0",
            message = "first IP address octet must not be 0")
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

    /** Builds {@link OvnIpv4Config}. Not thread-safe. */
    final class Builder extends ImmutableOvnIpv4Config.Builder {
        Builder() {}
    }
}
