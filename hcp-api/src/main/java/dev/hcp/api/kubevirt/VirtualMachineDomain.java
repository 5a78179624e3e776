package dev.hcp.api.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The virtual hardware.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain}, VirtualMachine {@code spec.template.spec.domain}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineDomain extends Model {
    /** Processors. */
    @Nullable
    VirtualMachineCpu getCpu();

    /** Devices. */
    @Required
    @Nullable
    VirtualMachineDevices getDevices();

    /** Firmware; untyped. */
    @FreeForm
    @Nullable
    JsonObject getFirmware();

    /** The machine type. */
    @Nullable
    VirtualMachineMachine getMachine();

    /** Memory as the guest sees it. */
    @Nullable
    VirtualMachineMemory getMemory();

    /** Resources of the pod that runs the machine. */
    @Nullable
    VirtualMachineResources getResources();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineDomain}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineDomain.Builder {
        Builder() {}

        /** Sets {@code cpu} from a builder. */
        public Builder cpu(UnaryOperator<VirtualMachineCpu.Builder> edit) {
            return cpu(edit.apply(VirtualMachineCpu.builder()).build());
        }

        /** Sets {@code devices} from a builder. */
        public Builder devices(UnaryOperator<VirtualMachineDevices.Builder> edit) {
            return devices(edit.apply(VirtualMachineDevices.builder()).build());
        }

        /** Sets {@code machine} from a builder. */
        public Builder machine(UnaryOperator<VirtualMachineMachine.Builder> edit) {
            return machine(edit.apply(VirtualMachineMachine.builder()).build());
        }

        /** Sets {@code memory} from a builder. */
        public Builder memory(UnaryOperator<VirtualMachineMemory.Builder> edit) {
            return memory(edit.apply(VirtualMachineMemory.builder()).build());
        }

        /** Sets {@code resources} from a builder. */
        public Builder resources(UnaryOperator<VirtualMachineResources.Builder> edit) {
            return resources(edit.apply(VirtualMachineResources.builder()).build());
        }
    }
}
