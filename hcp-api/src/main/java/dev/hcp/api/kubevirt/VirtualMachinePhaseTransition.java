package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachinePhaseTransition.
 *
 * <p>CRD field: VirtualMachineInstance {@code status.phaseTransitionTimestamps[]}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachinePhaseTransition extends Model {
    /** {@code phase}. */
    @Nullable
    String getPhase();

    /** {@code phaseTransitionTimestamp}. */
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
