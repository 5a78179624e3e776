package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * KubevirtVolumeSnapshotClassMapping.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.kubevirt.storageDriver.manual.volumeSnapshotClassMapping[]},
 * HostedControlPlane {@code spec.platform.kubevirt.storageDriver.manual.volumeSnapshotClassMapping[]}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtVolumeSnapshotClassMapping extends Model {
    /** {@code group}. */
    @Nullable
    String getGroup();

    /** {@code guestVolumeSnapshotClassName}. */
    @Required
    @Nullable
    String getGuestVolumeSnapshotClassName();

    /** {@code infraVolumeSnapshotClassName}. */
    @Required
    @Nullable
    String getInfraVolumeSnapshotClassName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtVolumeSnapshotClassMapping}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtVolumeSnapshotClassMapping.Builder {
        Builder() {}
    }
}
