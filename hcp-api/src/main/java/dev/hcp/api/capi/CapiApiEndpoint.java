package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * CapiApiEndpoint.
 *
 * <p>CRD field: Cluster {@code spec.controlPlaneEndpoint}, AgentCluster {@code spec.controlPlaneEndpoint}.
 */
@Value.Immutable
@HcpModel
public interface CapiApiEndpoint extends Model {
    /** {@code host}. */
    @Required
    @Nullable
    String getHost();

    /** {@code port}. */
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
