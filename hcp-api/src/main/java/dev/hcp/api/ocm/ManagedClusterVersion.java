package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a cluster runs.
 *
 * <p>CRD field: ManagedCluster {@code status.version}.
 */
@Value.Immutable
@HcpModel
public interface ManagedClusterVersion extends Model {
    /** The version of Kubernetes. */
    @Nullable
    String getKubernetes();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ManagedClusterVersion}. Not thread-safe. */
    final class Builder extends ImmutableManagedClusterVersion.Builder {
        Builder() {}
    }
}
