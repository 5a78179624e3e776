package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Resources of the pod that runs a machine.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.domain.resources}, VirtualMachine {@code
 * spec.template.spec.domain.resources}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachineResources extends Model {
    /** The most, by resource. */
    Map<String, Quantity> getLimits();

    /** Whether the overhead of virtualisation is not asked for. */
    @Nullable
    Boolean getOvercommitGuestOverhead();

    /** The least, by resource. */
    Map<String, Quantity> getRequests();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineResources}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineResources.Builder {
        Builder() {}
    }
}
