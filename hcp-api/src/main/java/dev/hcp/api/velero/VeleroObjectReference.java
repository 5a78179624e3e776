package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An object in the namespace of Velero.
 *
 * <p>CRD field: Backup {@code spec.resourcePolicy}, Restore {@code spec.resourceModifier}.
 */
@Value.Immutable
@HcpModel
public interface VeleroObjectReference extends Model {
    /** The API group; empty for the core group. */
    @Nullable
    String getApiGroup();

    /** The kind. */
    @Required
    @Nullable
    String getKind();

    /** The name. */
    @Required
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VeleroObjectReference}. Not thread-safe. */
    final class Builder extends ImmutableVeleroObjectReference.Builder {
        Builder() {}
    }
}
