package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachineClaim.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.volumes[].persistentVolumeClaim}, VirtualMachine {@code
 * spec.template.spec.volumes[].persistentVolumeClaim}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachineClaim extends Model {
    /** {@code claimName}. */
    @Required
    @Nullable
    String getClaimName();

    /** {@code hotpluggable}. */
    @Nullable
    Boolean getHotpluggable();

    /** {@code readOnly}. */
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
