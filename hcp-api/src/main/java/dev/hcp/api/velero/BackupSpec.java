package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Atomic;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.UnmarkedLists;
import dev.hcp.api.value.GoDuration;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is backed up and how. Names of resources are plural, with a group where they need one; {@code *} is all.
 *
 * <p>CRD field: Backup {@code spec}, Schedule {@code spec.template}.
 */
@Value.Immutable
@HcpModel
public interface BackupSpec extends Model {
    /** How long making a CSI snapshot may take; 10 minutes by default. */
    @Nullable
    GoDuration getCsiSnapshotTimeout();

    /** What moves snapshot data; Velero itself when empty. */
    @Nullable
    String getDatamover();

    /** Whether the files of all pod volumes are copied. */
    @NullAllowed
    @Nullable
    Boolean getDefaultVolumesToFsBackup();

    /** The former name of {@code defaultVolumesToFsBackup}. */
    @NullAllowed
    @Nullable
    Boolean getDefaultVolumesToRestic();

    /** Resources without namespace that are left out. */
    @NullAllowed
    List<String> getExcludedClusterScopedResources();

    /** Resources with namespace that are left out. */
    @NullAllowed
    List<String> getExcludedNamespaceScopedResources();

    /** Namespaces that are left out. */
    @NullAllowed
    List<String> getExcludedNamespaces();

    /** Resources that are left out. */
    @NullAllowed
    List<String> getExcludedResources();

    /** Commands that are run in pods before and after they are backed up. */
    @Nullable
    BackupHooks getHooks();

    /** Whether objects without namespace are backed up; when absent, those that belong to the others. */
    @NullAllowed
    @Nullable
    Boolean getIncludeClusterResources();

    /** The resources without namespace that are backed up. */
    @NullAllowed
    List<String> getIncludedClusterScopedResources();

    /** The resources with namespace that are backed up; all when empty. */
    @NullAllowed
    List<String> getIncludedNamespaceScopedResources();

    /** The namespaces that are backed up; all when empty. */
    @NullAllowed
    List<String> getIncludedNamespaces();

    /** The resources that are backed up; all when empty. */
    @NullAllowed
    List<String> getIncludedResources();

    /** How long asynchronous work of plug-ins may take; 4 hours by default. */
    @Nullable
    GoDuration getItemOperationTimeout();

    /** The labels of the objects that are backed up. Not together with {@code orLabelSelectors}. */
    @UnmarkedLists
    @NullAllowed
    @Nullable
    LabelSelector getLabelSelector();

    /** Labels of backups that a schedule makes. */
    @Nullable
    BackupMetadata getMetadata();

    /** The labels of the objects that are backed up; any of them does. */
    @UnmarkedLists
    @NullAllowed
    List<LabelSelector> getOrLabelSelectors();

    /** Objects that go first, by resource: names separated by commas. */
    @NullAllowed
    Map<String, String> getOrderedResources();

    /** ConfigMap with rules on what becomes of volumes. */
    @Atomic
    @Nullable
    VeleroObjectReference getResourcePolicy();

    /** Whether the data of snapshots is copied to the backup storage. */
    @NullAllowed
    @Nullable
    Boolean getSnapshotMoveData();

    /** Whether snapshots of volumes are made; when absent, if there is a plug-in for them. */
    @NullAllowed
    @Nullable
    Boolean getSnapshotVolumes();

    /** The BackupStorageLocation; the default one when empty. */
    @Nullable
    String getStorageLocation();

    /** How long the backup is kept; 30 days by default. */
    @Nullable
    GoDuration getTtl();

    /** How files are copied. */
    @NullAllowed
    @Nullable
    BackupUploaderConfig getUploaderConfig();

    /** The VolumeSnapshotLocations, one for each kind of volumes. */
    List<String> getVolumeSnapshotLocations();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupSpec}. Not thread-safe. */
    final class Builder extends ImmutableBackupSpec.Builder {
        Builder() {}

        /** Sets {@code hooks} from a builder. */
        public Builder hooks(UnaryOperator<BackupHooks.Builder> edit) {
            return hooks(edit.apply(BackupHooks.builder()).build());
        }

        /** Sets {@code metadata} from a builder. */
        public Builder metadata(UnaryOperator<BackupMetadata.Builder> edit) {
            return metadata(edit.apply(BackupMetadata.builder()).build());
        }

        /** Sets {@code resourcePolicy} from a builder. */
        public Builder resourcePolicy(UnaryOperator<VeleroObjectReference.Builder> edit) {
            return resourcePolicy(edit.apply(VeleroObjectReference.builder()).build());
        }

        /** Sets {@code uploaderConfig} from a builder. */
        public Builder uploaderConfig(UnaryOperator<BackupUploaderConfig.Builder> edit) {
            return uploaderConfig(edit.apply(BackupUploaderConfig.builder()).build());
        }
    }
}
