package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The machines that requests go to.
 *
 * <p>CRD field: AWSCluster {@code status.networkStatus.apiServerElb.elbListeners[].targetGroup}.
 */
@Value.Immutable
@HcpModel
public interface AwsTargetGroup extends Model {
    /** The name. */
    @Required
    @Size(max = 32)
    @Nullable
    String getName();

    /** The port on the machines. */
    @Required
    @Nullable
    Long getPort();

    /** The protocol. */
    @Required
    @OneOf({"tcp", "tls", "udp", "TCP", "TLS", "UDP"})
    @Nullable
    String getProtocol();

    /** How it is told which machines are well. */
    @Nullable
    AwsTargetHealthCheck getTargetGroupHealthCheck();

    /** The virtual private cloud. */
    @Required
    @Nullable
    String getVpcId();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsTargetGroup}. Not thread-safe. */
    final class Builder extends ImmutableAwsTargetGroup.Builder {
        Builder() {}

        /** Sets {@code targetGroupHealthCheck} from a builder. */
        public Builder targetGroupHealthCheck(UnaryOperator<AwsTargetHealthCheck.Builder> edit) {
            return targetGroupHealthCheck(
                    edit.apply(AwsTargetHealthCheck.builder()).build());
        }
    }
}
