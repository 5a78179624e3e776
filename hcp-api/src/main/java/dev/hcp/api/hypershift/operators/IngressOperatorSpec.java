package dev.hcp.api.hypershift.operators;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the ingress operator.
 *
 * <p>CRD field: HostedCluster {@code spec.operatorConfiguration.ingressOperator}, HostedControlPlane {@code
 * spec.operatorConfiguration.ingressOperator}.
 */
@Value.Immutable
@HcpModel
public interface IngressOperatorSpec extends Model {
    /** How the default ingress controller is reached; as suits the platform when absent. */
    @Nullable
    EndpointPublishingStrategy getEndpointPublishingStrategy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IngressOperatorSpec}. Not thread-safe. */
    final class Builder extends ImmutableIngressOperatorSpec.Builder {
        Builder() {}

        /** Sets {@code endpointPublishingStrategy} from a builder. */
        public Builder endpointPublishingStrategy(UnaryOperator<EndpointPublishingStrategy.Builder> edit) {
            return endpointPublishingStrategy(
                    edit.apply(EndpointPublishingStrategy.builder()).build());
        }
    }
}
