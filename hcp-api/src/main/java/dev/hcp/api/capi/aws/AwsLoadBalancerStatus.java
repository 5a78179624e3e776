package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer.
 *
 * <p>CRD field: AWSCluster {@code status.networkStatus.apiServerElb}, AWSCluster {@code
 * status.networkStatus.secondaryAPIServerELB}.
 */
@Value.Immutable
@HcpModel
public interface AwsLoadBalancerStatus extends Model {
    /** Its Amazon resource name. */
    @Nullable
    String getArn();

    /** Settings of a classic one. */
    @Nullable
    AwsClassicAttributes getAttributes();

    /** The availability zones. */
    List<String> getAvailabilityZones();

    /** The host name. */
    @Nullable
    String getDnsName();

    /** Settings of one that is not classic. */
    Map<String, String> getElbAttributes();

    /** The ports of one that is not classic. */
    List<AwsListener> getElbListeners();

    /** How a classic one tells which machines are well. */
    @Nullable
    AwsClassicHealthCheck getHealthChecks();

    /** The ports of a classic one. */
    List<AwsClassicListener> getListeners();

    /** The kind of load balancer. */
    @OneOf({"classic", "elb", "alb", "nlb"})
    @Nullable
    String getLoadBalancerType();

    /** The name. */
    @Nullable
    String getName();

    /** Whether it is reached from the internet. */
    @Nullable
    String getScheme();

    /** The security groups. */
    List<String> getSecurityGroupIds();

    /** The subnets. */
    List<String> getSubnetIds();

    /** The tags. */
    Map<String, String> getTags();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsLoadBalancerStatus}. Not thread-safe. */
    final class Builder extends ImmutableAwsLoadBalancerStatus.Builder {
        Builder() {}

        /** Sets {@code attributes} from a builder. */
        public Builder attributes(UnaryOperator<AwsClassicAttributes.Builder> edit) {
            return attributes(edit.apply(AwsClassicAttributes.builder()).build());
        }

        /** Sets {@code healthChecks} from a builder. */
        public Builder healthChecks(UnaryOperator<AwsClassicHealthCheck.Builder> edit) {
            return healthChecks(edit.apply(AwsClassicHealthCheck.builder()).build());
        }
    }
}
