package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;

/**
 * The RAID volumes of a host: either of hardware or of software.
 *
 * <p>CRD field: BareMetalHost {@code spec.raid}, BareMetalHost {@code status.provisioning.raid}.
 */
@Value.Immutable
@HcpModel
public interface RaidConfig extends Model {
    /** Volumes that a controller makes; when empty they are removed, when absent left alone. */
    @NullAllowed
    List<HardwareRaidVolume> getHardwareRAIDVolumes();

    /** Volumes that the operating system makes. */
    @Size(max = 2)
    @NullAllowed
    List<SoftwareRaidVolume> getSoftwareRAIDVolumes();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RaidConfig}. Not thread-safe. */
    final class Builder extends ImmutableRaidConfig.Builder {
        Builder() {}
    }
}
