package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster says of itself.
 *
 * <p>CRD field: ManagedCluster {@code status.clusterClaims[]}.
 */
@Value.Immutable
@HcpModel
public interface ManagedClusterClaim extends Model {
    /** The name, such as {@code id.openshift.io}. */
    @Size(min = 1, max = 253)
    @Nullable
    String getName();

    /** The value. */
    @Size(min = 1, max = 1024)
    @Nullable
    String getValue();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ManagedClusterClaim}. Not thread-safe. */
    final class Builder extends ImmutableManagedClusterClaim.Builder {
        Builder() {}
    }
}
