package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A port of a load balancer.
 *
 * <p>CRD field: AWSCluster {@code status.networkStatus.apiServerElb.elbListeners[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsListener extends Model {
    /** The port. */
    @Required
    @Nullable
    Long getPort();

    /** The protocol. */
    @Required
    @Nullable
    String getProtocol();

    /** Where requests go. */
    @Required
    @Nullable
    AwsTargetGroup getTargetGroup();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsListener}. Not thread-safe. */
    final class Builder extends ImmutableAwsListener.Builder {
        Builder() {}

        /** Sets {@code targetGroup} from a builder. */
        public Builder targetGroup(UnaryOperator<AwsTargetGroup.Builder> edit) {
            return targetGroup(edit.apply(AwsTargetGroup.builder()).build());
        }
    }
}
