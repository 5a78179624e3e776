package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What etcd members store their data on.
 *
 * <p>CRD field: HostedCluster {@code spec.etcd.managed.storage}, HostedControlPlane {@code
 * spec.etcd.managed.storage}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "has(self.restoreSnapshotURL) == has(oldSelf.restoreSnapshotURL)",
        message = "restoreSnapshotURL cannot be added or removed after creation",
        since = Edition.LATEST)
public interface ManagedEtcdStorageSpec extends Model {
    /** Details of the volumes. */
    @Nullable
    PersistentVolumeEtcdStorageSpec getPersistentVolume();

    /** At most one URL of a snapshot from which an empty etcd starts. */
    @Size(max = 1, since = Edition.LATEST)
    @Items(size = @Size(max = 1024), since = Edition.LATEST)
    @ListType(value = "set", since = Edition.LATEST)
    @Rule(value = "self.size() <= 1", message = "RestoreSnapshotURL shouldn't contain more than 1 entry")
    @Rule(value = "self == oldSelf", message = "restoreSnapshotURL is immutable", since = Edition.LATEST)
    @Rule(
            value = "self.size() == 0 || self[0].matches('^(https|s3)://.*')",
            message = "restoreSnapshotURL must be a valid URL with scheme https or s3",
            since = Edition.LATEST)
    List<String> getRestoreSnapshotURL();

    /** PersistentVolume is the only type. */
    @Required
    @Nullable
    EtcdStorageType getType();

    /** A persistent volume for each member: sets both {@code type} and {@code persistentVolume}. */
    static ManagedEtcdStorageSpec persistentVolume(UnaryOperator<PersistentVolumeEtcdStorageSpec.Builder> edit) {
        return builder().persistentVolume(edit).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ManagedEtcdStorageSpec}. Not thread-safe. */
    final class Builder extends ImmutableManagedEtcdStorageSpec.Builder {
        Builder() {}

        /** Sets {@code type} and {@code persistentVolume}, that from a builder. */
        public Builder persistentVolume(UnaryOperator<PersistentVolumeEtcdStorageSpec.Builder> edit) {
            return type(EtcdStorageType.PERSISTENT_VOLUME)
                    .persistentVolume(edit.apply(PersistentVolumeEtcdStorageSpec.builder())
                            .build());
        }
    }
}
