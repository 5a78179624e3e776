package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A RAID volume that a controller makes.
 *
 * <p>CRD field: BareMetalHost {@code spec.raid.hardwareRAIDVolumes[]}.
 */
@Value.Immutable
@HcpModel
public interface HardwareRaidVolume extends Model {
    /** The controller. */
    @Nullable
    String getController();

    /** The RAID level. */
    @Required
    @OneOf({"0", "1", "2", "5", "6", "1+0", "5+0", "6+0"})
    @Nullable
    String getLevel();

    /** The name; generated when empty. */
    @Size(max = 64)
    @Nullable
    String getName();

    /** How many disks it takes. */
    @Format("")
    @Minimum(1)
    @Nullable
    Integer getNumberOfPhysicalDisks();

    /** The disks it takes; any when empty. */
    List<String> getPhysicalDisks();

    /** Whether it takes hard disks, or flash; any when absent. */
    @Nullable
    Boolean getRotational();

    /** The size in GiB; all there is when absent. */
    @Format("")
    @Minimum(0)
    @Nullable
    Integer getSizeGibibytes();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HardwareRaidVolume}. Not thread-safe. */
    final class Builder extends ImmutableHardwareRaidVolume.Builder {
        Builder() {}
    }
}
