package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.RawSchema;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the firmware.
 *
 * <p>CRD field: BareMetalHost {@code spec.firmware}, BareMetalHost {@code status.provisioning.firmware}.
 */
@Value.Immutable
@HcpModel
public interface FirmwareConfig extends Model {
    /** Whether a core runs several threads. */
    @RawSchema("{\"enum\":[true,false]}")
    @Nullable
    Boolean getSimultaneousMultithreadingEnabled();

    /** Whether network interfaces can be shared among virtual machines. */
    @RawSchema("{\"enum\":[true,false]}")
    @Nullable
    Boolean getSriovEnabled();

    /** Whether virtual machines have the support of the processor. */
    @RawSchema("{\"enum\":[true,false]}")
    @Nullable
    Boolean getVirtualizationEnabled();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link FirmwareConfig}. Not thread-safe. */
    final class Builder extends ImmutableFirmwareConfig.Builder {
        Builder() {}
    }
}
