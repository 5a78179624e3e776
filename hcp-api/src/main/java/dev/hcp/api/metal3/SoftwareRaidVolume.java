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
 * A RAID volume that the operating system makes.
 *
 * <p>CRD field: BareMetalHost {@code spec.raid.softwareRAIDVolumes[]}.
 */
@Value.Immutable
@HcpModel
public interface SoftwareRaidVolume extends Model {
    /** The RAID level. */
    @Required
    @OneOf({"0", "1", "1+0"})
    @Nullable
    String getLevel();

    /** Hints for each disk it takes. */
    @Size(min = 2)
    List<RootDeviceHints> getPhysicalDisks();

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

    /** Builds {@link SoftwareRaidVolume}. Not thread-safe. */
    final class Builder extends ImmutableSoftwareRaidVolume.Builder {
        Builder() {}
    }
}
