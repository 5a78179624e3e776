package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where an API server is reached.
 *
 * <p>CRD field: HostedCluster {@code status.controlPlaneEndpoint}, HostedControlPlane {@code
 * status.controlPlaneEndpoint}.
 */
@Value.Immutable
@HcpModel
public interface ApiEndpoint extends Model {
    /** The host name or address. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getHost();

    /** The port. */
    @Required
    @Nullable
    Integer getPort();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ApiEndpoint}. Not thread-safe. */
    final class Builder extends ImmutableApiEndpoint.Builder {
        Builder() {}
    }
}
