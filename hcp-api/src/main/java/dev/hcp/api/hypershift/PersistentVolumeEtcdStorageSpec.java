package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.Quantity;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of etcd members.
 *
 * <p>CRD field: HostedCluster {@code spec.etcd.managed.storage.persistentVolume}, HostedControlPlane {@code
 * spec.etcd.managed.storage.persistentVolume}.
 */
@Value.Immutable
@HcpModel
public interface PersistentVolumeEtcdStorageSpec extends Model {
    /** The size of each; 8Gi by default, immutable. */
    @Default("\"8Gi\"")
    @Rule(value = "self == oldSelf", message = "Etcd PV storage size is immutable")
    @Nullable
    Quantity getSize();

    /** The storage class; the default one when absent. */
    @Size(max = 255, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "storageClassName is immutable", since = Edition.LATEST)
    @Nullable
    String getStorageClassName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link PersistentVolumeEtcdStorageSpec}. Not thread-safe. */
    final class Builder extends ImmutablePersistentVolumeEtcdStorageSpec.Builder {
        Builder() {}
    }
}
