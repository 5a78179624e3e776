package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A range of pod addresses.
 *
 * <p>CRD field: HostedCluster {@code spec.networking.clusterNetwork[]}, HostedControlPlane {@code
 * spec.networking.clusterNetwork[]}.
 */
@Value.Immutable
@HcpModel
public interface ClusterNetworkEntry extends Model {
    /** The range. */
    @Required
    @Nullable
    String getCidr();

    /** The prefix length of each node's part. */
    @Nullable
    Integer getHostPrefix();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterNetworkEntry}. Not thread-safe. */
    final class Builder extends ImmutableClusterNetworkEntry.Builder {
        Builder() {}
    }
}
