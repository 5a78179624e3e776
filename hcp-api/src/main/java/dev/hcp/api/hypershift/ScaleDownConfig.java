package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * When the autoscaler takes nodes away. Absent members leave the default to the autoscaler.
 *
 * <p>CRD field: HostedCluster {@code spec.autoscaling.scaleDown}, HostedControlPlane {@code
 * spec.autoscaling.scaleDown}.
 */
@Value.Immutable
@HcpModel
public interface ScaleDownConfig extends Model {
    /** Seconds after a node was added, at most 86400. */
    @Minimum(0)
    @Maximum(86400)
    @Nullable
    Integer getDelayAfterAddSeconds();

    /** Seconds after a node was deleted, at most 86400. */
    @Minimum(0)
    @Maximum(86400)
    @Nullable
    Integer getDelayAfterDeleteSeconds();

    /** Seconds after taking a node away failed, at most 86400. */
    @Minimum(0)
    @Maximum(86400)
    @Nullable
    Integer getDelayAfterFailureSeconds();

    /** Seconds that a node must have been unneeded, at most 86400. */
    @Minimum(0)
    @Maximum(86400)
    @Nullable
    Integer getUnneededDurationSeconds();

    /** The share of its resources that is requested, in percent, below which a node counts as unneeded. */
    @Minimum(0)
    @Maximum(100)
    @Nullable
    Integer getUtilizationThresholdPercent();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ScaleDownConfig}. Not thread-safe. */
    final class Builder extends ImmutableScaleDownConfig.Builder {
        Builder() {}
    }
}
