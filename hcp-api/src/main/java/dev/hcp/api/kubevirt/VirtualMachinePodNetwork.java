package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The pod network.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.networks[].pod}, VirtualMachine {@code
 * spec.template.spec.networks[].pod}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachinePodNetwork extends Model {
    /** The IPv6 range inside address translation. */
    @Nullable
    String getVmIPv6NetworkCIDR();

    /** The range inside address translation. */
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
