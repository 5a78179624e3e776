package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.NullAllowed;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How far a backup is.
 *
 * <p>CRD field: Backup {@code status}.
 */
@Value.Immutable
@HcpModel
public interface BackupStatus extends Model {
    /** How many asynchronous operations of plug-ins were started. */
    @Format("")
    @Nullable
    Integer getBackupItemOperationsAttempted();

    /** How many of them succeeded. */
    @Format("")
    @Nullable
    Integer getBackupItemOperationsCompleted();

    /** How many of them failed. */
    @Format("")
    @Nullable
    Integer getBackupItemOperationsFailed();

    /** When it ended, well or not. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getCompletionTimestamp();

    /** How many CSI snapshots were started. */
    @Format("")
    @Nullable
    Integer getCsiVolumeSnapshotsAttempted();

    /** How many of them succeeded. */
    @Format("")
    @Nullable
    Integer getCsiVolumeSnapshotsCompleted();

    /** How many errors there were; the log holds them. */
    @Format("")
    @Nullable
    Integer getErrors();

    /** When it is removed. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getExpiration();

    /** Why it failed as a whole. */
    @Nullable
    String getFailureReason();

    /** The version of its format. */
    @Nullable
    String getFormatVersion();

    /** How many hooks were run. */
    @NullAllowed
    @Nullable
    HookStatus getHookStatus();

    /** How far it is. */
    @Nullable
    BackupPhase getPhase();

    /** How many objects are backed up. */
    @NullAllowed
    @Nullable
    BackupProgress getProgress();

    /** When it began. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getStartTimestamp();

    /** Why it is not valid. */
    @NullAllowed
    List<String> getValidationErrors();

    /** The major version of the format; {@code formatVersion} replaces it. */
    @Format("")
    @Nullable
    Integer getVersion();

    /** How many snapshots of volumes were started. */
    @Format("")
    @Nullable
    Integer getVolumeSnapshotsAttempted();

    /** How many of them succeeded. */
    @Format("")
    @Nullable
    Integer getVolumeSnapshotsCompleted();

    /** How many warnings there were; the log holds them. */
    @Format("")
    @Nullable
    Integer getWarnings();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupStatus}. Not thread-safe. */
    final class Builder extends ImmutableBackupStatus.Builder {
        Builder() {}

        /** Sets {@code hookStatus} from a builder. */
        public Builder hookStatus(UnaryOperator<HookStatus.Builder> edit) {
            return hookStatus(edit.apply(HookStatus.builder()).build());
        }

        /** Sets {@code progress} from a builder. */
        public Builder progress(UnaryOperator<BackupProgress.Builder> edit) {
            return progress(edit.apply(BackupProgress.builder()).build());
        }
    }
}
