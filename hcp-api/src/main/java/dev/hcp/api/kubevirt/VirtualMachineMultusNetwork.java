package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network of a network attachment definition.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.networks[].multus}, VirtualMachine {@code
 * spec.template.spec.networks[].multus}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineMultusNetwork extends Model {
    /** The definition, as {@code namespace/name}. */
    @Required
    @Nullable
    String getNetworkName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineMultusNetwork}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineMultusNetwork.Builder {
        Builder() {}
    }
}
