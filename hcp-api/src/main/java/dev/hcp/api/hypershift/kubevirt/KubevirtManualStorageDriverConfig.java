package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;

/**
 * Which classes of the infrastructure cluster appear in the guest cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.kubevirt.storageDriver.manual}, HostedControlPlane {@code
 * spec.platform.kubevirt.storageDriver.manual}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtManualStorageDriverConfig extends Model {
    /** Storage classes. */
    @Size(max = 50, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "storageClassMapping is immutable")
    List<KubevirtStorageClassMapping> getStorageClassMapping();

    /** Snapshot classes. */
    @Size(max = 50, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "volumeSnapshotClassMapping is immutable")
    List<KubevirtVolumeSnapshotClassMapping> getVolumeSnapshotClassMapping();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtManualStorageDriverConfig}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtManualStorageDriverConfig.Builder {
        Builder() {}
    }
}
