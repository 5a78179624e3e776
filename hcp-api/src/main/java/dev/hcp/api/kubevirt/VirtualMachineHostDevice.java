package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A device of the host.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.devices.hostDevices[]}, VirtualMachine {@code
 * spec.template.spec.domain.devices.hostDevices[]}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineHostDevice extends Model {
    /** The resource name of the device. */
    @Required
    @Nullable
    String getDeviceName();

    /** Its name in the machine. */
    @Required
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineHostDevice}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineHostDevice.Builder {
        Builder() {}
    }
}
