package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A configuration, as it was once named.
 *
 * <p>CRD field: ManagedClusterAddOn {@code status.addOnConfiguration}.
 */
@Value.Immutable
@HcpModel
public interface AddOnCoordinates extends Model {
    /** The name. */
    @Nullable
    String getCrName();

    /** The name of the definition. */
    @Nullable
    String getCrdName();

    /** The generation that was last seen. */
    @Nullable
    Long getLastObservedGeneration();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnCoordinates}. Not thread-safe. */
    final class Builder extends ImmutableAddOnCoordinates.Builder {
        Builder() {}
    }
}
