package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A release that the components on the management cluster move towards.
 *
 * <p>CRD field: HostedCluster {@code status.controlPlaneVersion.desired}, HostedControlPlane {@code
 * status.controlPlaneVersion.desired}.
 */
@Value.Immutable
@HcpModel
public interface ControlPlaneRelease extends Model {
    /** The update channels that hold the release. */
    @ListType("set")
    List<String> getChannels();

    /** The release image. */
    @Required
    @Nullable
    String getImage();

    /** Where the release is described. */
    @Nullable
    String getUrl();

    /** The version. */
    @Required
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

    /** Builds {@link ControlPlaneRelease}. Not thread-safe. */
    final class Builder extends ImmutableControlPlaneRelease.Builder {
        Builder() {}
    }
}
