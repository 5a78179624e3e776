package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.GoDuration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the cluster autoscaler.
 *
 * <p>CRD field: HostedCluster {@code spec.autoscaling}, HostedControlPlane {@code spec.autoscaling}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self.scaling == 'ScaleUpAndScaleDown' ? true : !has(self.scaleDown)",
        message = "scaleDown can only be set when scaling is ScaleUpAndScaleDown",
        since = Edition.LATEST)
public interface ClusterAutoscaling extends Model {
    /** Node labels that do not make node pools different when they are kept in balance. */
    @Since(Edition.LATEST)
    @Size(max = 64)
    @Items(size = @Size(max = 317))
    @Rule(
            value =
                    "self.all(l, l.matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[a-zA-Z0-9]([a-zA-Z0-9_.-]{0,61}[a-zA-Z0-9])?$'))",
            message = "Each balancingIgnoredLabels item must be a valid label key")
    List<String> getBalancingIgnoredLabels();

    /** How a node pool is chosen to grow, the first criterion first; Priority, then LeastWaste by default. */
    @Since(Edition.LATEST)
    @Size(min = 1, max = 3)
    List<Expander> getExpanders();

    /** By how much free resources may differ between node pools that count as alike, in percent; 10 by default. */
    @Since(Edition.LATEST)
    @Minimum(0)
    @Maximum(100)
    @Nullable
    Integer getMaxFreeDifferenceRatioPercent();

    /** How long a node may take to come up; 15m by default. */
    @Pattern("^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$")
    @Size(max = 100, since = Edition.LATEST)
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

    /** When nodes are taken away; only with ScaleUpAndScaleDown. */
    @Since(Edition.LATEST)
    @Nullable
    ScaleDownConfig getScaleDown();

    /** Whether node pools also shrink; they do by default. */
    @Since(Edition.LATEST)
    @Default("\"ScaleUpAndScaleDown\"")
    @Nullable
    ScalingType getScaling();

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

        /** Sets {@code scaleDown} from a builder. */
        public Builder scaleDown(UnaryOperator<ScaleDownConfig.Builder> edit) {
            return scaleDown(edit.apply(ScaleDownConfig.builder()).build());
        }
    }
}
