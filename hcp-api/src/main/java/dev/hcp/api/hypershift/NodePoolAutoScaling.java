package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of a node pool that scales by itself.
 *
 * <p>CRD field: NodePool {@code spec.autoScaling}.
 */
@Value.Immutable
@HcpModel
public interface NodePoolAutoScaling extends Model {
    /** The most nodes, at least {@code min}. */
    @Required
    @Minimum(1)
    @Nullable
    Integer getMax();

    /** The fewest nodes, at least 1. */
    @Required
    @Minimum(1)
    @Nullable
    Integer getMin();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodePoolAutoScaling}. Not thread-safe. */
    final class Builder extends ImmutableNodePoolAutoScaling.Builder {
        Builder() {}
    }
}
