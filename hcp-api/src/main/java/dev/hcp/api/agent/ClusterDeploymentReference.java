package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that hosts belong to, as a ClusterDeployment.
 *
 * <p>CRD field: Agent {@code spec.clusterDeploymentName}, InfraEnv {@code spec.clusterRef}.
 */
@Value.Immutable
@HcpModel
public interface ClusterDeploymentReference extends Model {
    /** Its name. */
    @Nullable
    String getName();

    /** Its namespace. */
    @Nullable
    String getNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterDeploymentReference}. Not thread-safe. */
    final class Builder extends ImmutableClusterDeploymentReference.Builder {
        Builder() {}
    }
}
