package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The load balancer, by platform.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.ingress.loadBalancer.platform}.
 */
@Value.Immutable
@HcpModel
public interface IngressPlatform extends Model {
    /** The load balancer on AWS. */
    @Nullable
    AwsIngress getAws();

    /** The platform. */
    @Nullable
    IngressPlatformType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IngressPlatform}. Not thread-safe. */
    final class Builder extends ImmutableIngressPlatform.Builder {
        Builder() {}

        /** Sets {@code aws} from a builder. */
        public Builder aws(UnaryOperator<AwsIngress.Builder> edit) {
            return aws(edit.apply(AwsIngress.builder()).build());
        }
    }
}
