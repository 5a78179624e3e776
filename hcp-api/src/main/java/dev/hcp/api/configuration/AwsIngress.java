package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The load balancer of the ingress on AWS.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.ingress.loadBalancer.platform.aws}.
 */
@Value.Immutable
@HcpModel
public interface AwsIngress extends Model {
    /** The kind of load balancer; Classic by default. */
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

    /** Builds {@link AwsIngress}. Not thread-safe. */
    final class Builder extends ImmutableAwsIngress.Builder {
        Builder() {}
    }
}
