package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A port of a load balancer.
 *
 * <p>CRD field: AWSCluster {@code spec.controlPlaneLoadBalancer.additionalListeners[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsListenerSpec extends Model {
    /** How it is told which machines are well. */
    @Nullable
    AwsListenerHealthCheck getHealthCheck();

    /** The port, there and on the machines. */
    @Required
    @Minimum(1)
    @Maximum(65535)
    @Nullable
    Long getPort();

    /** The protocol; TCP. */
    @Default("\"TCP\"")
    @OneOf({"TCP"})
    @Nullable
    String getProtocol();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsListenerSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsListenerSpec.Builder {
        Builder() {}

        /** Sets {@code healthCheck} from a builder. */
        public Builder healthCheck(UnaryOperator<AwsListenerHealthCheck.Builder> edit) {
            return healthCheck(edit.apply(AwsListenerHealthCheck.builder()).build());
        }
    }
}
