package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachineCpu.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.cpu}, VirtualMachine {@code spec.template.spec.domain.cpu}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineCpu extends Model {
    /** {@code cores}. */
    @Nullable
    Integer getCores();

    /** {@code sockets}. */
    @Nullable
    Integer getSockets();

    /** {@code threads}. */
    @Nullable
    Integer getThreads();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineCpu}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineCpu.Builder {
        Builder() {}
    }
}
