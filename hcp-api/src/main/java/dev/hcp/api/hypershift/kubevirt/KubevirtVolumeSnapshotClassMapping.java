package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot class of the guest and the one behind it.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.kubevirt.storageDriver.manual.volumeSnapshotClassMapping[]},
 * HostedControlPlane {@code spec.platform.kubevirt.storageDriver.manual.volumeSnapshotClassMapping[]}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtVolumeSnapshotClassMapping extends Model {
    /** The group of storage classes it is for. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getGroup();

    /** The name in the guest cluster. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getGuestVolumeSnapshotClassName();

    /** The name in the infrastructure cluster. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
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
