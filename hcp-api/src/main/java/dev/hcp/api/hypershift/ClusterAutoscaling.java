package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.value.GoDuration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the cluster autoscaler.
 *
 * <p>CRD field: HostedCluster {@code spec.autoscaling}, HostedControlPlane {@code spec.autoscaling}.
 */
@Value.Immutable
@HcpModel
public interface ClusterAutoscaling extends Model {
    /** How long a node may take to come up; 15m by default. */
    @Pattern("^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$")
    @Nullable
    GoDuration getMaxNodeProvisionTime();

    /** The most nodes of all pools together. */
    @Minimum(0)
    @Nullable
    Integer getMaxNodesTotal();

    /** Seconds that pods get to end before a node goes. */
    @Minimum(0)
    @Nullable
    Integer getMaxPodGracePeriod();

    /** Pods below this priority neither bring nodes nor keep them. */
    @Nullable
    Integer getPodPriorityThreshold();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterAutoscaling}. Not thread-safe. */
    final class Builder extends ImmutableClusterAutoscaling.Builder {
        Builder() {}
    }
}
