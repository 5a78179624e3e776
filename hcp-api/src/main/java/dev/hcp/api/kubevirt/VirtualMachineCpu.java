package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The processors of a virtual machine: sockets times cores times threads.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.cpu}, VirtualMachine {@code spec.template.spec.domain.cpu}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineCpu extends Model {
    /** Cores of a socket. */
    @Nullable
    Integer getCores();

    /** Sockets. */
    @Nullable
    Integer getSockets();

    /** Threads of a core. */
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
