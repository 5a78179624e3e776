package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A mirror that images are pulled from.
 *
 * <p>CRD field: AddOnDeploymentConfig {@code spec.registries[]}.
 */
@Value.Immutable
@HcpModel
public interface AddOnImageMirror extends Model {
    /** Where images come from. */
    @Required
    @Nullable
    String getMirror();

    /** The start of the names of images that it is for; all when empty. */
    @Nullable
    String getSource();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnImageMirror}. Not thread-safe. */
    final class Builder extends ImmutableAddOnImageMirror.Builder {
        Builder() {}
    }
}
