package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import io.fabric8.kubernetes.api.model.Quantity;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Memory as a guest sees it.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.memory}, VirtualMachine {@code
 * spec.template.spec.domain.memory}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineMemory extends Model {
    /** How much. */
    @Nullable
    Quantity getGuest();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineMemory}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineMemory.Builder {
        Builder() {}
    }
}
