package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Atomic;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.UnmarkedLists;
import dev.hcp.api.value.GoDuration;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is restored and how. Either a backup or a schedule is named.
 *
 * <p>CRD field: Restore {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface RestoreSpec extends Model {
    /** The backup. */
    @Nullable
    String getBackupName();

    /** Namespaces that are left out. */
    @NullAllowed
    List<String> getExcludedNamespaces();

    /** Resources that are left out. */
    @NullAllowed
    List<String> getExcludedResources();

    /** What becomes of objects that exist: they are left alone by default. */
    @OneOf({})
    @NullAllowed
    @Nullable
    ExistingResourcePolicy getExistingResourcePolicy();

    /** Commands and init containers for pods that are restored. */
    @Nullable
    RestoreHooks getHooks();

    /** Whether objects without namespace are restored; when absent, those that belong to the others. */
    @NullAllowed
    @Nullable
    Boolean getIncludeClusterResources();

    /** The namespaces that are restored; all when empty. */
    @NullAllowed
    List<String> getIncludedNamespaces();

    /** The resources that are restored; all when empty. */
    @NullAllowed
    List<String> getIncludedResources();

    /** How long asynchronous work of plug-ins may take; 4 hours by default. */
    @Nullable
    GoDuration getItemOperationTimeout();

    /** The labels of the objects that are restored. Not together with {@code orLabelSelectors}. */
    @UnmarkedLists
    @NullAllowed
    @Nullable
    LabelSelector getLabelSelector();

    /** Other namespaces to restore to, by the namespace in the backup. */
    Map<String, String> getNamespaceMapping();

    /** The labels of the objects that are restored; any of them does. */
    @UnmarkedLists
    @NullAllowed
    List<LabelSelector> getOrLabelSelectors();

    /** Whether services keep their node ports. */
    @NullAllowed
    @Nullable
    Boolean getPreserveNodePorts();

    /** ConfigMap with patches for what is restored. */
    @Atomic
    @NullAllowed
    @Nullable
    VeleroObjectReference getResourceModifier();

    /** Whether volumes are restored from their snapshots. */
    @NullAllowed
    @Nullable
    Boolean getRestorePVs();

    /** The resources whose status is restored too; none by default. */
    @NullAllowed
    @Nullable
    RestoreStatusSpec getRestoreStatus();

    /** The schedule whose latest successful backup is restored. */
    @Nullable
    String getScheduleName();

    /** How files are copied. */
    @NullAllowed
    @Nullable
    RestoreUploaderConfig getUploaderConfig();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RestoreSpec}. Not thread-safe. */
    final class Builder extends ImmutableRestoreSpec.Builder {
        Builder() {}

        /** Sets {@code hooks} from a builder. */
        public Builder hooks(UnaryOperator<RestoreHooks.Builder> edit) {
            return hooks(edit.apply(RestoreHooks.builder()).build());
        }

        /** Sets {@code resourceModifier} from a builder. */
        public Builder resourceModifier(UnaryOperator<VeleroObjectReference.Builder> edit) {
            return resourceModifier(edit.apply(VeleroObjectReference.builder()).build());
        }

        /** Sets {@code restoreStatus} from a builder. */
        public Builder restoreStatus(UnaryOperator<RestoreStatusSpec.Builder> edit) {
            return restoreStatus(edit.apply(RestoreStatusSpec.builder()).build());
        }

        /** Sets {@code uploaderConfig} from a builder. */
        public Builder uploaderConfig(UnaryOperator<RestoreUploaderConfig.Builder> edit) {
            return uploaderConfig(edit.apply(RestoreUploaderConfig.builder()).build());
        }
    }
}
