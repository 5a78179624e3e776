package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a classic load balancer tells which machines are well.
 *
 * <p>CRD field: AWSCluster {@code status.networkStatus.apiServerElb.healthChecks}.
 */
@Value.Immutable
@HcpModel
public interface AwsClassicHealthCheck extends Model {
    /** After how many successes in a row a machine counts as well. */
    @Required
    @Nullable
    Long getHealthyThreshold();

    /** Nanoseconds between two checks. */
    @Required
    @Nullable
    Long getInterval();

    /** What is asked, as {@code PROTOCOL:PORT}. */
    @Required
    @Nullable
    String getTarget();

    /** After how many nanoseconds without an answer a check has failed. */
    @Required
    @Nullable
    Long getTimeout();

    /** After how many failures in a row a machine counts as unwell. */
    @Required
    @Nullable
    Long getUnhealthyThreshold();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsClassicHealthCheck}. Not thread-safe. */
    final class Builder extends ImmutableAwsClassicHealthCheck.Builder {
        Builder() {}
    }
}
