package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * First configuration for cloud-init or Ignition.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.volumes[].cloudInitConfigDrive}, VirtualMachineInstance {@code
 * spec.volumes[].cloudInitNoCloud}, VirtualMachine {@code spec.template.spec.volumes[].cloudInitConfigDrive}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineCloudInit extends Model {
    /** Network configuration, as text. */
    @Nullable
    String getNetworkData();

    /** Network configuration, in base64. */
    @Nullable
    String getNetworkDataBase64();

    /** User data, as text. */
    @Value.Redacted
    @Nullable
    String getUserData();

    /** User data, in base64. */
    @Value.Redacted
    @Nullable
    String getUserDataBase64();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineCloudInit}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineCloudInit.Builder {
        Builder() {}
    }
}
