package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A data volume as a volume.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.volumes[].dataVolume}, VirtualMachine {@code
 * spec.template.spec.volumes[].dataVolume}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachineDataVolume extends Model {
    /** Whether it can be added while the machine runs. */
    @Nullable
    Boolean getHotpluggable();

    /** The data volume. */
    @Required
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineDataVolume}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineDataVolume.Builder {
        Builder() {}
    }
}
