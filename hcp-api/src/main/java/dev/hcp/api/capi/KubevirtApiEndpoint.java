package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where an API server is reached.
 *
 * <p>CRD field: KubevirtCluster {@code spec.controlPlaneEndpoint}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtApiEndpoint extends Model {
    /** The host name or address. */
    @Required
    @Nullable
    String getHost();

    /** The port. */
    @Required
    @Format("")
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

    /** Builds {@link KubevirtApiEndpoint}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtApiEndpoint.Builder {
        Builder() {}
    }
}
