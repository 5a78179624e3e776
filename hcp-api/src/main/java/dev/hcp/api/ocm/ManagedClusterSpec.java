package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows of a cluster.
 *
 * <p>CRD field: ManagedCluster {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface ManagedClusterSpec extends Model {
    /** Whether the hub lets it in. */
    @Nullable
    Boolean getHubAcceptsClient();

    /** How often, in seconds, it must show that it lives; 60 by default. */
    @Default("60")
    @Nullable
    Integer getLeaseDurationSeconds();

    /** How its API is reached. */
    List<ManagedClusterClientConfig> getManagedClusterClientConfigs();

    /** Taints that keep work away. */
    List<ManagedClusterTaint> getTaints();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ManagedClusterSpec}. Not thread-safe. */
    final class Builder extends ImmutableManagedClusterSpec.Builder {
        Builder() {}
    }
}
