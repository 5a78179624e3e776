package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A volume as observed.
 *
 * <p>CRD field: VirtualMachineInstance {@code status.volumeStatus[]}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineVolumeStatus extends Model {
    /** Details for people. */
    @Nullable
    String getMessage();

    /** The volume. */
    @Required
    @Nullable
    String getName();

    /** How far it is. */
    @Nullable
    String getPhase();

    /** A word for programs. */
    @Nullable
    String getReason();

    /** The device in the guest. */
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
