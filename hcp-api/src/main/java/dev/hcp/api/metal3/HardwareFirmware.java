package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The firmware of a host.
 *
 * <p>CRD field: BareMetalHost {@code status.hardware.firmware}.
 */
@Value.Immutable
@HcpModel
public interface HardwareFirmware extends Model {
    /** The BIOS. */
    @Nullable
    HardwareBios getBios();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HardwareFirmware}. Not thread-safe. */
    final class Builder extends ImmutableHardwareFirmware.Builder {
        Builder() {}

        /** Sets {@code bios} from a builder. */
        public Builder bios(UnaryOperator<HardwareBios.Builder> edit) {
            return bios(edit.apply(HardwareBios.builder()).build());
        }
    }
}
