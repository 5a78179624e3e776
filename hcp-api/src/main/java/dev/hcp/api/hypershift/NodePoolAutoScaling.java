package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of a node pool that scales by itself.
 *
 * <p>CRD field: NodePool {@code spec.autoScaling}.
 */
@Value.Immutable
@HcpModel
@Rule(value = "self.max >= self.min", message = "max must be equal or greater than min")
public interface NodePoolAutoScaling extends Model {
    /** The most nodes, at least {@code min}. */
    @Required
    @Minimum(1)
    @Nullable
    Integer getMax();

    /** The fewest nodes, at least 1. */
    @Required
    @Minimum(value = 1, until = Edition.V4_17)
    @Minimum(value = 0, since = Edition.LATEST)
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
