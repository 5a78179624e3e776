package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.value.Cidr;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network of pods.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.network.clusterNetwork[]}.
 */
@Value.Immutable
@HcpModel
public interface PodNetwork extends Model {
    /** The range. */
    @Nullable
    Cidr getCidr();

    /** The length of the prefix of each node's part. */
    @Minimum(0)
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

    /** Builds {@link PodNetwork}. Not thread-safe. */
    final class Builder extends ImmutablePodNetwork.Builder {
        Builder() {}
    }
}
