package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The devices of a virtual machine.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.devices}, VirtualMachine {@code
 * spec.template.spec.domain.devices}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineDevices extends Model {
    /** Disks. */
    @Size(max = 256)
    List<VirtualMachineDisk> getDisks();

    /** Devices of the host. */
    @ListType("atomic")
    List<VirtualMachineHostDevice> getHostDevices();

    /** Network interfaces. */
    @Size(max = 256)
    List<VirtualMachineInterface> getInterfaces();

    /** Whether network interfaces get several queues. */
    @Nullable
    Boolean getNetworkInterfaceMultiqueue();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineDevices}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineDevices.Builder {
        Builder() {}
    }
}
