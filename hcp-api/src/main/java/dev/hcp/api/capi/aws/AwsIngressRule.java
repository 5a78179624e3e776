package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that a security group lets in.
 *
 * <p>CRD field: AWSCluster {@code spec.controlPlaneLoadBalancer.ingressRules[]}, AWSCluster {@code
 * spec.network.additionalControlPlaneIngressRules[]}, AWSCluster {@code
 * status.networkStatus.securityGroups[].ingressRule[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsIngressRule extends Model {
    /** The IPv4 ranges it comes from. */
    List<String> getCidrBlocks();

    /** What it is for. */
    @Required
    @Nullable
    String getDescription();

    /** The first port. */
    @Required
    @Nullable
    Long getFromPort();

    /** The IPv6 ranges it comes from. */
    List<String> getIpv6CidrBlocks();

    /** The protocol, by name or number; -1 for all. */
    @Required
    @OneOf({"-1", "4", "tcp", "udp", "icmp", "58", "50"})
    @Nullable
    String getProtocol();

    /** The security groups it comes from. */
    List<String> getSourceSecurityGroupIds();

    /** The security groups it comes from, by role. */
    @Items(oneOf = {"bastion", "node", "controlplane", "apiserver-lb", "lb", "node-eks-additional"})
    List<String> getSourceSecurityGroupRoles();

    /** The last port. */
    @Required
    @Nullable
    Long getToPort();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsIngressRule}. Not thread-safe. */
    final class Builder extends ImmutableAwsIngressRule.Builder {
        Builder() {}
    }
}
