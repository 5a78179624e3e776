package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Who made a host.
 *
 * <p>CRD field: BareMetalHost {@code status.hardware.systemVendor}.
 */
@Value.Immutable
@HcpModel
public interface HardwareSystemVendor extends Model {
    /** The maker. */
    @Nullable
    String getManufacturer();

    /** The product. */
    @Nullable
    String getProductName();

    /** The serial number. */
    @Nullable
    String getSerialNumber();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HardwareSystemVendor}. Not thread-safe. */
    final class Builder extends ImmutableHardwareSystemVendor.Builder {
        Builder() {}
    }
}
