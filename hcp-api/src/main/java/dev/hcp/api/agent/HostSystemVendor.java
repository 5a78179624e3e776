package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Who made a host.
 *
 * <p>CRD field: Agent {@code status.inventory.systemVendor}.
 */
@Value.Immutable
@HcpModel
public interface HostSystemVendor extends Model {
    /** The maker. */
    @Nullable
    String getManufacturer();

    /** The product. */
    @Nullable
    String getProductName();

    /** The serial number. */
    @Nullable
    String getSerialNumber();

    /** Whether it is a virtual machine. */
    @Nullable
    Boolean getVirtual();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostSystemVendor}. Not thread-safe. */
    final class Builder extends ImmutableHostSystemVendor.Builder {
        Builder() {}
    }
}
