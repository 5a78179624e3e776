package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.OneOf;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How it is told which machines are well.
 *
 * <p>CRD field: AWSCluster {@code spec.controlPlaneLoadBalancer.additionalListeners[].healthCheck}.
 */
@Value.Immutable
@HcpModel
public interface AwsListenerHealthCheck extends Model {
    /** Seconds between two checks. */
    @Minimum(5)
    @Maximum(300)
    @Nullable
    Long getIntervalSeconds();

    /** The path to ask for. */
    @Nullable
    String getPath();

    /** The port to ask at. */
    @Nullable
    String getPort();

    /** The protocol to ask with. */
    @OneOf({"TCP", "HTTP", "HTTPS"})
    @Nullable
    String getProtocol();

    /** After how many successes in a row a machine counts as well. */
    @Minimum(2)
    @Maximum(10)
    @Nullable
    Long getThresholdCount();

    /** After how many seconds without an answer a check has failed. */
    @Minimum(2)
    @Maximum(120)
    @Nullable
    Long getTimeoutSeconds();

    /** After how many failures in a row a machine counts as unwell. */
    @Minimum(2)
    @Maximum(10)
    @Nullable
    Long getUnhealthyThresholdCount();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsListenerHealthCheck}. Not thread-safe. */
    final class Builder extends ImmutableAwsListenerHealthCheck.Builder {
        Builder() {}
    }
}
