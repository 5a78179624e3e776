package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer of the API server.
 *
 * <p>CRD field: AWSCluster {@code spec.controlPlaneLoadBalancer}, AWSCluster {@code
 * spec.secondaryControlPlaneLoadBalancer}.
 */
@Value.Immutable
@HcpModel
public interface AwsLoadBalancerSpec extends Model {
    /** Ports besides that of the API server; for network load balancers. */
    @ListType(
            value = "map",
            keys = {"port"})
    List<AwsListenerSpec> getAdditionalListeners();

    /** Security groups besides its own. */
    List<String> getAdditionalSecurityGroups();

    /** Whether requests go to other zones too. */
    @Nullable
    Boolean getCrossZoneLoadBalancing();

    /** Whether machines of the control plane reach themselves through it. */
    @Nullable
    Boolean getDisableHostsRewrite();

    /** How it is told which machines are well. */
    @Nullable
    AwsApiHealthCheck getHealthCheck();

    /** The protocol of that. */
    @OneOf({"TCP", "SSL", "HTTP", "HTTPS", "TLS", "UDP"})
    @Nullable
    String getHealthCheckProtocol();

    /** Rules for its security group. */
    List<AwsIngressRule> getIngressRules();

    /** The kind of load balancer; classic by default. */
    @Default("\"classic\"")
    @OneOf({"classic", "elb", "alb", "nlb", "disabled"})
    @Nullable
    String getLoadBalancerType();

    /** The name. */
    @Pattern("^[A-Za-z0-9]([A-Za-z0-9]{0,31}|[-A-Za-z0-9]{0,30}[A-Za-z0-9])$")
    @Size(max = 32)
    @Nullable
    String getName();

    /** Whether the API server sees the addresses of clients. */
    @Nullable
    Boolean getPreserveClientIP();

    /** Whether it is reached from the internet, which is the default. */
    @Default("\"internet-facing\"")
    @OneOf({"internet-facing", "internal"})
    @Nullable
    String getScheme();

    /** The subnets; all of the cluster when empty. */
    List<String> getSubnets();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsLoadBalancerSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsLoadBalancerSpec.Builder {
        Builder() {}

        /** Sets {@code healthCheck} from a builder. */
        public Builder healthCheck(UnaryOperator<AwsApiHealthCheck.Builder> edit) {
            return healthCheck(edit.apply(AwsApiHealthCheck.builder()).build());
        }
    }
}
