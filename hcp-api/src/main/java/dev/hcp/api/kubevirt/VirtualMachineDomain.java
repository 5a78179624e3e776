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
 * VirtualMachineDomain.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain}, VirtualMachine {@code spec.template.spec.domain}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineDomain extends Model {
    /** {@code cpu}. */
    @Nullable
    VirtualMachineCpu getCpu();

    /** {@code devices}. */
    @Required
    @Nullable
    VirtualMachineDevices getDevices();

    /** {@code firmware}. */
    @FreeForm
    @Nullable
    JsonObject getFirmware();

    /** {@code machine}. */
    @Nullable
    VirtualMachineMachine getMachine();

    /** {@code memory}. */
    @Nullable
    VirtualMachineMemory getMemory();

    /** {@code resources}. */
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
