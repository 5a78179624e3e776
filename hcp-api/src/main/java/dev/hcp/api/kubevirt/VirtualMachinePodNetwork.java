package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachinePodNetwork.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.networks[].pod}, VirtualMachine {@code
 * spec.template.spec.networks[].pod}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachinePodNetwork extends Model {
    /** {@code vmIPv6NetworkCIDR}. */
    @Nullable
    String getVmIPv6NetworkCIDR();

    /** {@code vmNetworkCIDR}. */
    @Nullable
    String getVmNetworkCIDR();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachinePodNetwork}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachinePodNetwork.Builder {
        Builder() {}
    }
}
