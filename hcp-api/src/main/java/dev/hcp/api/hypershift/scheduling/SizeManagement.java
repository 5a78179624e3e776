package dev.hcp.api.hypershift.scheduling;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Minimum;
import io.fabric8.kubernetes.api.model.Quantity;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a size class needs on the management cluster.
 *
 * <p>CRD field: ClusterSizingConfiguration {@code spec.sizes[].management}.
 */
@Value.Immutable
@HcpModel
public interface SizeManagement extends Model {
    /** Nodes in each zone that a cluster needs for what does not serve API requests; usually a fraction. */
    @Nullable
    Quantity getNonRequestServingNodesPerZone();

    /** Placeholder workloads that keep nodes ready for new clusters of the class. */
    @Format("")
    @Minimum(0)
    @Nullable
    Long getPlaceholders();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link SizeManagement}. Not thread-safe. */
    final class Builder extends ImmutableSizeManagement.Builder {
        Builder() {}
    }
}
