package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An ingress controller on a node port service.
 *
 * <p>CRD field: HostedCluster {@code spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.nodePort},
 * HostedControlPlane {@code spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy.nodePort}.
 */
@Value.Immutable
@HcpModel
public interface NodePortStrategy extends Model {
    /** What comes in. */
    @Nullable
    IngressProtocol getProtocol();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodePortStrategy}. Not thread-safe. */
    final class Builder extends ImmutableNodePortStrategy.Builder {
        Builder() {}
    }
}
