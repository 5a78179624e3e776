package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A machine type.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.machine}, VirtualMachine {@code
 * spec.template.spec.domain.machine}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachineMachine extends Model {
    /** The type, such as {@code q35}. */
    @Nullable
    String getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineMachine}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineMachine.Builder {
        Builder() {}
    }
}
