package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a disk is attached.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.devices.disks[].disk}, VirtualMachine {@code
 * spec.template.spec.domain.devices.disks[].disk}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachineDiskTarget extends Model {
    /** The bus, such as {@code virtio}. */
    @Nullable
    String getBus();

    /** The PCI address. */
    @Nullable
    String getPciAddress();

    /** Whether it cannot be written. */
    @Nullable
    Boolean getReadonly();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineDiskTarget}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineDiskTarget.Builder {
        Builder() {}
    }
}
