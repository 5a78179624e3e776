package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The processors of a host.
 *
 * <p>CRD field: BareMetalHost {@code status.hardware.cpu}.
 */
@Value.Immutable
@HcpModel
public interface HardwareCpu extends Model {
    /** The architecture. */
    @Nullable
    String getArch();

    /** The clock rate in MHz. */
    @Nullable
    Double getClockMegahertz();

    /** The number of logical processors. */
    @Format("")
    @Nullable
    Integer getCount();

    /** What they can do, as Linux names it. */
    List<String> getFlags();

    /** The model. */
    @Nullable
    String getModel();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HardwareCpu}. Not thread-safe. */
    final class Builder extends ImmutableHardwareCpu.Builder {
        Builder() {}
    }
}
