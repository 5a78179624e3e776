package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an add-on is for.
 *
 * <p>CRD field: ManagedClusterAddOn {@code status.addOnMeta}.
 */
@Value.Immutable
@HcpModel
public interface AddOnDescription extends Model {
    /** A description for people. */
    @Nullable
    String getDescription();

    /** A name for people. */
    @Nullable
    String getDisplayName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnDescription}. Not thread-safe. */
    final class Builder extends ImmutableAddOnDescription.Builder {
        Builder() {}
    }
}
