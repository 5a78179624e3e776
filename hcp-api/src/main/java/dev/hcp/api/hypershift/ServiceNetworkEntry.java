package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A range of service addresses.
 *
 * <p>CRD field: HostedCluster {@code spec.networking.serviceNetwork[]}, HostedControlPlane {@code
 * spec.networking.serviceNetwork[]}.
 */
@Value.Immutable
@HcpModel
public interface ServiceNetworkEntry extends Model {
    /** The range. */
    @Required
    @Nullable
    String getCidr();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ServiceNetworkEntry}. Not thread-safe. */
    final class Builder extends ImmutableServiceNetworkEntry.Builder {
        Builder() {}
    }
}
