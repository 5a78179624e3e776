package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Atomic;
import dev.hcp.api.schema.UnmarkedLists;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The volume that the service asks for, as the spec of a persistent volume claim.
 *
 * <p>CRD field: AgentServiceConfig {@code spec.databaseStorage}, AgentServiceConfig {@code spec.filesystemStorage},
 * AgentServiceConfig {@code spec.imageStorage}.
 */
@Value.Immutable
@HcpModel
public interface StorageClaim extends Model {
    /** How the volume is mounted, as {@code ReadWriteOnce}. */
    List<String> getAccessModes();

    /** What the volume starts as. */
    @Atomic
    @Nullable
    StorageClaimSource getDataSource();

    /** What the volume starts as, also from other namespaces. */
    @Nullable
    StorageClaimSourceRef getDataSourceRef();

    /** How large it must be. */
    @Nullable
    StorageClaimResources getResources();

    /** The labels of the volumes that will do. */
    @UnmarkedLists
    @Nullable
    LabelSelector getSelector();

    /** The storage class; the default one when absent. */
    @Nullable
    String getStorageClassName();

    /** The class of attributes that can be changed later. */
    @Nullable
    String getVolumeAttributesClassName();

    /** Whether it is a file system or a block device. */
    @Nullable
    String getVolumeMode();

    /** The volume, when it must be a particular one. */
    @Nullable
    String getVolumeName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link StorageClaim}. Not thread-safe. */
    final class Builder extends ImmutableStorageClaim.Builder {
        Builder() {}

        /** Sets {@code dataSource} from a builder. */
        public Builder dataSource(UnaryOperator<StorageClaimSource.Builder> edit) {
            return dataSource(edit.apply(StorageClaimSource.builder()).build());
        }

        /** Sets {@code dataSourceRef} from a builder. */
        public Builder dataSourceRef(UnaryOperator<StorageClaimSourceRef.Builder> edit) {
            return dataSourceRef(edit.apply(StorageClaimSourceRef.builder()).build());
        }

        /** Sets {@code resources} from a builder. */
        public Builder resources(UnaryOperator<StorageClaimResources.Builder> edit) {
            return resources(edit.apply(StorageClaimResources.builder()).build());
        }
    }
}
