package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Forwarding of control plane metrics to the cluster's own monitoring.
 *
 * <p>CRD field: HostedCluster {@code spec.monitoring.metricsForwarding}, HostedControlPlane {@code
 * spec.monitoring.metricsForwarding}.
 */
@Value.Immutable
@HcpModel
public interface MetricsForwarding extends Model {
    /** The metrics that are forwarded; those that are collected when absent. */
    @Nullable
    MetricsSet getMetricsSet();

    /** Whether any are forwarded. */
    @Required
    @Nullable
    MetricsForwardingMode getMode();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MetricsForwarding}. Not thread-safe. */
    final class Builder extends ImmutableMetricsForwarding.Builder {
        Builder() {}
    }
}
