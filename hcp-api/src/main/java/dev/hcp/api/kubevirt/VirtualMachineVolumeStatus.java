package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachineVolumeStatus.
 *
 * <p>CRD field: VirtualMachineInstance {@code status.volumeStatus[]}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineVolumeStatus extends Model {
    /** {@code message}. */
    @Nullable
    String getMessage();

    /** {@code name}. */
    @Required
    @Nullable
    String getName();

    /** {@code phase}. */
    @Nullable
    String getPhase();

    /** {@code reason}. */
    @Nullable
    String getReason();

    /** {@code target}. */
    @Required
    @Nullable
    String getTarget();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineVolumeStatus}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineVolumeStatus.Builder {
        Builder() {}
    }
}
