package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An object that belongs to a control plane component, in its namespace.
 *
 * <p>CRD field: ControlPlaneComponent {@code status.resources[]}.
 */
@Value.Immutable
@HcpModel
public interface ComponentResource extends Model {
    /** The API group; empty for the core group. */
    @Required
    @Size(max = 255)
    @Nullable
    String getGroup();

    /** The kind. */
    @Required
    @Size(max = 255)
    @Nullable
    String getKind();

    /** The name. */
    @Required
    @Size(max = 255)
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

    /** Builds {@link ComponentResource}. Not thread-safe. */
    final class Builder extends ImmutableComponentResource.Builder {
        Builder() {}
    }
}
