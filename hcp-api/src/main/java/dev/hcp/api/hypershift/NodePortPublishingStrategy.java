package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A service at a port of every management node.
 *
 * <p>CRD field: HostedCluster {@code spec.services[].servicePublishingStrategy.nodePort}, HostedControlPlane {@code
 * spec.services[].servicePublishingStrategy.nodePort}.
 */
@Value.Immutable
@HcpModel
public interface NodePortPublishingStrategy extends Model {
    /** The host name or address of the nodes. */
    @Required
    @Nullable
    String getAddress();

    /** The port; chosen when absent. */
    @Nullable
    Integer getPort();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodePortPublishingStrategy}. Not thread-safe. */
    final class Builder extends ImmutableNodePortPublishingStrategy.Builder {
        Builder() {}
    }
}
