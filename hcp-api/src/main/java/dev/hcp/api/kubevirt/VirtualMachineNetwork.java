package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network behind an interface: exactly one of its kinds.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.networks[]}, VirtualMachine {@code spec.template.spec.networks[]}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachineNetwork extends Model {
    /** A network attachment definition. */
    @Nullable
    VirtualMachineMultusNetwork getMultus();

    /** The name that interfaces use. */
    @Required
    @Nullable
    String getName();

    /** The pod network. */
    @Nullable
    VirtualMachinePodNetwork getPod();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineNetwork}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineNetwork.Builder {
        Builder() {}

        /** Sets {@code multus} from a builder. */
        public Builder multus(UnaryOperator<VirtualMachineMultusNetwork.Builder> edit) {
            return multus(edit.apply(VirtualMachineMultusNetwork.builder()).build());
        }

        /** Sets {@code pod} from a builder. */
        public Builder pod(UnaryOperator<VirtualMachinePodNetwork.Builder> edit) {
            return pod(edit.apply(VirtualMachinePodNetwork.builder()).build());
        }
    }
}
