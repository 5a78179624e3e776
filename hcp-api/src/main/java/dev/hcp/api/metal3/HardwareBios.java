package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The BIOS of a host.
 *
 * <p>CRD field: BareMetalHost {@code status.hardware.firmware.bios}.
 */
@Value.Immutable
@HcpModel
public interface HardwareBios extends Model {
    /** Its date. */
    @Nullable
    String getDate();

    /** Its vendor. */
    @Nullable
    String getVendor();

    /** Its version. */
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

    /** Builds {@link HardwareBios}. Not thread-safe. */
    final class Builder extends ImmutableHardwareBios.Builder {
        Builder() {}
    }
}
