package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An ingress controller on ports of the nodes. Ports must lie outside the range of node ports.
 *
 * <p>CRD field: HostedCluster {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.hostNetwork}, HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.hostNetwork}.
 */
@Value.Immutable
@HcpModel
public interface HostNetworkStrategy extends Model {
    /** The port for HTTP; 80 by default. */
    @Default("80")
    @Minimum(0)
    @Maximum(65535)
    @Nullable
    Integer getHttpPort();

    /** The port for HTTPS; 443 by default. */
    @Default("443")
    @Minimum(0)
    @Maximum(65535)
    @Nullable
    Integer getHttpsPort();

    /** What comes in. */
    @Nullable
    IngressProtocol getProtocol();

    /** The port for statistics and health; 1936 by default. */
    @Default("1936")
    @Minimum(0)
    @Maximum(65535)
    @Nullable
    Integer getStatsPort();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostNetworkStrategy}. Not thread-safe. */
    final class Builder extends ImmutableHostNetworkStrategy.Builder {
        Builder() {}
    }
}
