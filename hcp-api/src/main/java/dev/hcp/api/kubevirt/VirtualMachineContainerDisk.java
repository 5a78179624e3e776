package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A disk in a container image.
 *
 * <p>CRD field: VirtualMachineInstance {@code spec.volumes[].containerDisk}, VirtualMachine {@code
 * spec.template.spec.volumes[].containerDisk}.
 */
@Value.Immutable
@HcpModel
public interface VirtualMachineContainerDisk extends Model {
    /** The image. */
    @Required
    @Nullable
    String getImage();

    /** When the image is pulled. */
    @Nullable
    String getImagePullPolicy();

    /** Secret with the credentials of the registry. */
    @Nullable
    String getImagePullSecret();

    /** The path of the disk in the image. */
    @Nullable
    String getPath();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineContainerDisk}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineContainerDisk.Builder {
        Builder() {}
    }
}
