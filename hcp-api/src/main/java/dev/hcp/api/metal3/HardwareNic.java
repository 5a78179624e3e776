package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Pattern;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network interface of a host.
 *
 * <p>CRD field: BareMetalHost {@code status.hardware.nics[]}.
 */
@Value.Immutable
@HcpModel
public interface HardwareNic extends Model {
    /** The address; several interfaces are listed when there are several. */
    @Nullable
    String getIp();

    /** The MAC address. */
    @Pattern("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")
    @Nullable
    String getMac();

    /** Vendor and product, as hexadecimal numbers. */
    @Nullable
    String getModel();

    /** The name. */
    @Nullable
    String getName();

    /** Whether the host boots over it. */
    @Nullable
    Boolean getPxe();

    /** The speed in Gbit/s. */
    @Format("")
    @Nullable
    Integer getSpeedGbps();

    /** The untagged VLAN. */
    @Minimum(0)
    @Maximum(4094)
    @Nullable
    Integer getVlanId();

    /** The VLANs that are seen. */
    List<HardwareVlan> getVlans();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HardwareNic}. Not thread-safe. */
    final class Builder extends ImmutableHardwareNic.Builder {
        Builder() {}
    }
}
