package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An image that data for support is gathered with.
 *
 * <p>CRD field: AgentServiceConfig {@code spec.mustGatherImages[]}.
 */
@Value.Immutable
@HcpModel
public interface MustGatherImage extends Model {
    /** The name of the image. */
    @Required
    @Nullable
    String getName();

    /** The version of OpenShift that it is for. */
    @Required
    @Nullable
    String getOpenshiftVersion();

    /** Where the image is. */
    @Required
    @Nullable
    String getUrl();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MustGatherImage}. Not thread-safe. */
    final class Builder extends ImmutableMustGatherImage.Builder {
        Builder() {}
    }
}
