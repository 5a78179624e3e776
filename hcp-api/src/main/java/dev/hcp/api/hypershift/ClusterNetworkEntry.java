package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * ClusterNetworkEntry.
 *
 * <p>CRD field: HostedCluster {@code spec.networking.clusterNetwork[]}, HostedControlPlane {@code
 * spec.networking.clusterNetwork[]}.
 */
@Value.Immutable
@HcpModel
public interface ClusterNetworkEntry extends Model {
    /** {@code cidr}. */
    @Required
    @Nullable
    String getCidr();

    /** {@code hostPrefix}. */
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
