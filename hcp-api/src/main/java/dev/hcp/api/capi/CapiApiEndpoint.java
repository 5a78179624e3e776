package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where an API server is reached.
 *
 * <p>CRD field: Cluster {@code spec.controlPlaneEndpoint}, AgentCluster {@code spec.controlPlaneEndpoint}.
 */
@Value.Immutable
@HcpModel
public interface CapiApiEndpoint extends Model {
    /** The host name or address. */
    @Required
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

    /** Builds {@link CapiApiEndpoint}. Not thread-safe. */
    final class Builder extends ImmutableCapiApiEndpoint.Builder {
        Builder() {}
    }
}
