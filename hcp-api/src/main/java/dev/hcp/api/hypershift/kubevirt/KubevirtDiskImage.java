package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A boot image.
 *
 * <p>CRD field: NodePool {@code spec.platform.kubevirt.rootVolume.diskImage}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtDiskImage extends Model {
    /** The container image that holds the disk. */
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getContainerDiskImage();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtDiskImage}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtDiskImage.Builder {
        Builder() {}
    }
}
