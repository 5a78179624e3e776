package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A release that the components on the management cluster had or move towards.
 *
 * <p>CRD field: HostedCluster {@code status.controlPlaneVersion.history[]}, HostedControlPlane {@code
 * status.controlPlaneVersion.history[]}.
 */
@Value.Immutable
@HcpModel
public interface ControlPlaneUpdateHistory extends Model {
    /** When all components had reached it, RFC 3339; absent until then. */
    @Format("date-time")
    @Nullable
    String getCompletionTime();

    /** The release image. */
    @Required
    @Size(min = 1, max = 447)
    @Nullable
    String getImage();

    /** When it began, RFC 3339. */
    @Required
    @Format("date-time")
    @Nullable
    String getStartedTime();

    /** Partial until all components have reached it. */
    @Required
    @Nullable
    UpdateState getState();

    /** The version. */
    @Required
    @Size(min = 1, max = 64)
    @Rule(
            value = "self.matches('^\\\\d+\\\\.\\\\d+\\\\.\\\\d+.*')",
            message = "version must start with semantic version prefix x.y.z")
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

    /** Builds {@link ControlPlaneUpdateHistory}. Not thread-safe. */
    final class Builder extends ImmutableControlPlaneUpdateHistory.Builder {
        Builder() {}
    }
}
