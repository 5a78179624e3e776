package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How fast a disk is.
 *
 * <p>CRD field: Agent {@code status.inventory.disks[].ioPerf}.
 */
@Value.Immutable
@HcpModel
public interface DiskIoPerformance extends Model {
    /** How long flushing takes at the 99th percentile, in milliseconds. */
    @Nullable
    Long getSyncDurationMilliseconds();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DiskIoPerformance}. Not thread-safe. */
    final class Builder extends ImmutableDiskIoPerformance.Builder {
        Builder() {}
    }
}
