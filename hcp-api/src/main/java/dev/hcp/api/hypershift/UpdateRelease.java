package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A release that a cluster may be updated to.
 *
 * <p>CRD field: HostedCluster {@code status.version.availableUpdates[]}, HostedCluster {@code
 * status.version.conditionalUpdates[].release}, HostedCluster {@code status.version.desired}.
 */
@Value.Immutable
@HcpModel
public interface UpdateRelease extends Model {
    /** The channels that it is in. */
    @ListType("set")
    List<String> getChannels();

    /** The release image. */
    @Required(since = Edition.LATEST)
    @Nullable
    String getImage();

    /** Where it is described. */
    @Nullable
    String getUrl();

    /** The version. */
    @Required(since = Edition.LATEST)
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

    /** Builds {@link UpdateRelease}. Not thread-safe. */
    final class Builder extends ImmutableUpdateRelease.Builder {
        Builder() {}
    }
}
