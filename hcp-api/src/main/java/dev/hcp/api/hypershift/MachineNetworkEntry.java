package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A range of node addresses.
 *
 * <p>CRD field: HostedCluster {@code spec.networking.machineNetwork[]}, HostedControlPlane {@code
 * spec.networking.machineNetwork[]}.
 */
@Value.Immutable
@HcpModel
public interface MachineNetworkEntry extends Model {
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

    /** Builds {@link MachineNetworkEntry}. Not thread-safe. */
    final class Builder extends ImmutableMachineNetworkEntry.Builder {
        Builder() {}
    }
}
