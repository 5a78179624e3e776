package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The load balancer before the ingress controllers.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.ingress.loadBalancer}.
 */
@Value.Immutable
@HcpModel
public interface IngressLoadBalancer extends Model {
    /** What depends on the platform. */
    @Nullable
    IngressPlatform getPlatform();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IngressLoadBalancer}. Not thread-safe. */
    final class Builder extends ImmutableIngressLoadBalancer.Builder {
        Builder() {}

        /** Sets {@code platform} from a builder. */
        public Builder platform(UnaryOperator<IngressPlatform.Builder> edit) {
            return platform(edit.apply(IngressPlatform.builder()).build());
        }
    }
}
