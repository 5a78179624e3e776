package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A disk of a virtual machine.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.devices.disks[]}, VirtualMachine {@code
 * spec.template.spec.domain.devices.disks[]}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineDisk extends Model {
    /** Its place in the boot order, from 1. */
    @Format("")
    @Nullable
    Integer getBootOrder();

    /** How it is attached. */
    @Nullable
    VirtualMachineDiskTarget getDisk();

    /** The volume that it shows. */
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

    /** Builds {@link VirtualMachineDisk}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineDisk.Builder {
        Builder() {}

        /** Sets {@code disk} from a builder. */
        public Builder disk(UnaryOperator<VirtualMachineDiskTarget.Builder> edit) {
            return disk(edit.apply(VirtualMachineDiskTarget.builder()).build());
        }
    }
}
