package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A port of a classic load balancer.
 *
 * <p>CRD field: AWSCluster {@code status.networkStatus.apiServerElb.listeners[]}.
 */
@Value.Immutable
@HcpModel
public interface AwsClassicListener extends Model {
    /** The port on the machines. */
    @Required
    @Nullable
    Long getInstancePort();

    /** The protocol to the machines. */
    @Required
    @Nullable
    String getInstanceProtocol();

    /** The port. */
    @Required
    @Nullable
    Long getPort();

    /** The protocol. */
    @Required
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

    /** Builds {@link AwsClassicListener}. Not thread-safe. */
    final class Builder extends ImmutableAwsClassicListener.Builder {
        Builder() {}
    }
}
