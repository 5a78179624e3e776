package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A release to go to.
 *
 * <p>CRD field: ClusterVersion {@code spec.desiredUpdate}.
 */
@Value.Immutable
@HcpModel
public interface DesiredUpdate extends Model {
    /** The architecture of the release; needs a version, excludes an image. */
    @OneOf({"Multi", ""})
    @Nullable
    String getArchitecture();

    /** Whether unverified images and failed checks are let through. */
    @Nullable
    Boolean getForce();

    /** The release image. */
    @Nullable
    String getImage();

    /** The version. */
    @Nullable
    String getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DesiredUpdate}. Not thread-safe. */
    final class Builder extends ImmutableDesiredUpdate.Builder {
        Builder() {}
    }
}
