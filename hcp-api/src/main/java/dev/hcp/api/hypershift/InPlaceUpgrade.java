package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How nodes are updated in place.
 *
 * <p>CRD field: NodePool {@code spec.management.inPlace}.
 */
@Value.Immutable
@HcpModel
public interface InPlaceUpgrade extends Model {
    /** How many nodes, or what share of them, may be down at once; 1 by default. */
    @Nullable
    IntOrString getMaxUnavailable();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link InPlaceUpgrade}. Not thread-safe. */
    final class Builder extends ImmutableInPlaceUpgrade.Builder {
        Builder() {}
    }
}
