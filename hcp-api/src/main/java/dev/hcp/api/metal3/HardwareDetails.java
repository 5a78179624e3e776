package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The hardware of a host.
 *
 * <p>CRD field: BareMetalHost {@code status.hardware}.
 */
@Value.Immutable
@HcpModel
public interface HardwareDetails extends Model {
    /** The processors. */
    @Nullable
    HardwareCpu getCpu();

    /** The firmware. */
    @Nullable
    HardwareFirmware getFirmware();

    /** The host name during inspection. */
    @Nullable
    String getHostname();

    /** The network interfaces. */
    List<HardwareNic> getNics();

    /** The memory in MiB. */
    @Format("")
    @Nullable
    Integer getRamMebibytes();

    /** The disks. */
    List<HardwareStorage> getStorage();

    /** Who made it. */
    @Nullable
    HardwareSystemVendor getSystemVendor();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HardwareDetails}. Not thread-safe. */
    final class Builder extends ImmutableHardwareDetails.Builder {
        Builder() {}

        /** Sets {@code cpu} from a builder. */
        public Builder cpu(UnaryOperator<HardwareCpu.Builder> edit) {
            return cpu(edit.apply(HardwareCpu.builder()).build());
        }

        /** Sets {@code firmware} from a builder. */
        public Builder firmware(UnaryOperator<HardwareFirmware.Builder> edit) {
            return firmware(edit.apply(HardwareFirmware.builder()).build());
        }

        /** Sets {@code systemVendor} from a builder. */
        public Builder systemVendor(UnaryOperator<HardwareSystemVendor.Builder> edit) {
            return systemVendor(edit.apply(HardwareSystemVendor.builder()).build());
        }
    }
}
