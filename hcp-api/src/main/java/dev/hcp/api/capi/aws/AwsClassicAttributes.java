package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a classic load balancer.
 *
 * <p>CRD field: AWSCluster {@code status.networkStatus.apiServerElb.attributes}.
 */
@Value.Immutable
@HcpModel
public interface AwsClassicAttributes extends Model {
    /** Whether requests go to other zones too. */
    @Nullable
    Boolean getCrossZoneLoadBalancing();

    /** After how long, in nanoseconds, an idle connection is closed. */
    @Nullable
    Long getIdleTimeout();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsClassicAttributes}. Not thread-safe. */
    final class Builder extends ImmutableAwsClassicAttributes.Builder {
        Builder() {}
    }
}
