package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A VLAN that a network interface sees.
 *
 * <p>CRD field: BareMetalHost {@code status.hardware.nics[].vlans[]}.
 */
@Value.Immutable
@HcpModel
public interface HardwareVlan extends Model {
    /** The number. */
    @Minimum(0)
    @Maximum(4094)
    @Nullable
    Integer getId();

    /** The name. */
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HardwareVlan}. Not thread-safe. */
    final class Builder extends ImmutableHardwareVlan.Builder {
        Builder() {}
    }
}
