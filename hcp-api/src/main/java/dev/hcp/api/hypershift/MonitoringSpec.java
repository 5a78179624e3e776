package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which metrics of the control plane are collected, and whether the cluster's own monitoring gets them.
 *
 * <p>CRD field: HostedCluster {@code spec.monitoring}, HostedControlPlane {@code spec.monitoring}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1)
public interface MonitoringSpec extends Model {
    /** Whether the cluster's own monitoring gets metrics of its control plane; an annotation decides when absent. */
    @Nullable
    MetricsForwarding getMetricsForwarding();

    /** The metrics that are collected; the operator's setting when absent. */
    @Nullable
    MetricsSet getMetricsSet();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MonitoringSpec}. Not thread-safe. */
    final class Builder extends ImmutableMonitoringSpec.Builder {
        Builder() {}

        /** Sets {@code metricsForwarding} from a builder. */
        public Builder metricsForwarding(UnaryOperator<MetricsForwarding.Builder> edit) {
            return metricsForwarding(edit.apply(MetricsForwarding.builder()).build());
        }
    }
}
