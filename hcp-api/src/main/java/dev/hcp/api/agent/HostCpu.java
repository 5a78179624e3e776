package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The processors of a host.
 *
 * <p>CRD field: Agent {@code status.inventory.cpu}.
 */
@Value.Immutable
@HcpModel
public interface HostCpu extends Model {
    /** The architecture, as {@code x86_64} or {@code aarch64}. */
    @Nullable
    String getArchitecture();

    /** The clock rate in MHz. */
    @Nullable
    Long getClockMegahertz();

    /** The number of logical processors. */
    @Nullable
    Long getCount();

    /** What they can do, as Linux names it. */
    List<String> getFlags();

    /** The model. */
    @Nullable
    String getModelName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostCpu}. Not thread-safe. */
    final class Builder extends ImmutableHostCpu.Builder {
        Builder() {}
    }
}
