package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.value.GoDuration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * ClusterAutoscaling.
 *
 * <p>CRD field: HostedCluster {@code spec.autoscaling}, HostedControlPlane {@code spec.autoscaling}.
 */
@Value.Immutable
@HcpModel
public interface ClusterAutoscaling extends Model {
    /** {@code maxNodeProvisionTime}. */
    @Pattern("^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$")
    @Nullable
    GoDuration getMaxNodeProvisionTime();

    /** {@code maxNodesTotal}. */
    @Minimum(0)
    @Nullable
    Integer getMaxNodesTotal();

    /** {@code maxPodGracePeriod}. */
    @Minimum(0)
    @Nullable
    Integer getMaxPodGracePeriod();

    /** {@code podPriorityThreshold}. */
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
