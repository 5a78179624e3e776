package dev.hcp.api.hypershift.operators;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How an ingress controller is reached; the member of the chosen type holds the details.
 *
 * <p>CRD field: HostedCluster {@code spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy},
 * HostedControlPlane {@code spec.operatorConfiguration.ingressOperator.endpointPublishingStrategy}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface EndpointPublishingStrategy extends NamedInJson {
    /** Details of HostNetwork. */
    @Nullable
    HostNetworkStrategy getHostNetwork();

    /** Details of LoadBalancerService. */
    @Nullable
    LoadBalancerStrategy getLoadBalancer();

    /** Details of NodePortService. */
    @Nullable
    NodePortStrategy getNodePort();

    /** Details of Private. */
    @JsonProperty("private")
    @Nullable
    PrivateStrategy getPrivateAccess();

    /** The way. */
    @Required
    @Nullable
    EndpointPublishingStrategyType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link EndpointPublishingStrategy}. Not thread-safe. */
    final class Builder extends ImmutableEndpointPublishingStrategy.Builder {
        Builder() {}

        /** Sets {@code hostNetwork} from a builder. */
        public Builder hostNetwork(UnaryOperator<HostNetworkStrategy.Builder> edit) {
            return hostNetwork(edit.apply(HostNetworkStrategy.builder()).build());
        }

        /** Sets {@code loadBalancer} from a builder. */
        public Builder loadBalancer(UnaryOperator<LoadBalancerStrategy.Builder> edit) {
            return loadBalancer(edit.apply(LoadBalancerStrategy.builder()).build());
        }

        /** Sets {@code nodePort} from a builder. */
        public Builder nodePort(UnaryOperator<NodePortStrategy.Builder> edit) {
            return nodePort(edit.apply(NodePortStrategy.builder()).build());
        }

        /** Sets {@code privateAccess} from a builder. */
        public Builder privateAccess(UnaryOperator<PrivateStrategy.Builder> edit) {
            return privateAccess(edit.apply(PrivateStrategy.builder()).build());
        }
    }
}
