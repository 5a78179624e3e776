package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How it is told which machines of a group are well.
 *
 * <p>CRD field: AWSCluster {@code
 * status.networkStatus.apiServerElb.elbListeners[].targetGroup.targetGroupHealthCheck}.
 */
@Value.Immutable
@HcpModel
public interface AwsTargetHealthCheck extends Model {
    /** Seconds between two checks. */
    @Nullable
    Long getIntervalSeconds();

    /** The path to ask for. */
    @Nullable
    String getPath();

    /** The port to ask at. */
    @Nullable
    String getPort();

    /** The protocol to ask with. */
    @Nullable
    String getProtocol();

    /** After how many successes in a row a machine counts as well. */
    @Nullable
    Long getThresholdCount();

    /** After how many seconds without an answer a check has failed. */
    @Nullable
    Long getTimeoutSeconds();

    /** After how many failures in a row a machine counts as unwell. */
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

    /** Builds {@link AwsTargetHealthCheck}. Not thread-safe. */
    final class Builder extends ImmutableAwsTargetHealthCheck.Builder {
        Builder() {}
    }
}
