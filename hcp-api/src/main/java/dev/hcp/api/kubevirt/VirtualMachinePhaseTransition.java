package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * When a phase began.
 *
 * <p>CRD field: VirtualMachineInstance {@code status.phaseTransitionTimestamps[]}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachinePhaseTransition extends Model {
    /** The phase. */
    @Nullable
    String getPhase();

    /** The time, RFC 3339. */
    @Format("date-time")
    @Nullable
    String getPhaseTransitionTimestamp();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachinePhaseTransition}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachinePhaseTransition.Builder {
        Builder() {}
    }
}
