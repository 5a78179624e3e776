package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a volume.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.volumes[].persistentVolumeClaim}, VirtualMachine {@code
 * spec.template.spec.volumes[].persistentVolumeClaim}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachineClaim extends Model {
    /** The claim. */
    @Required
    @Nullable
    String getClaimName();

    /** Whether it can be added while the machine runs. */
    @Nullable
    Boolean getHotpluggable();

    /** Whether it cannot be written. */
    @Nullable
    Boolean getReadOnly();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineClaim}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineClaim.Builder {
        Builder() {}
    }
}
