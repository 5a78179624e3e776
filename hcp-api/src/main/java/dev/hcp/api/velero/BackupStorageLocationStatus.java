package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.NullAllowed;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Whether a location can be reached.
 *
 * <p>CRD field: BackupStorageLocation {@code status}.
 */
@Value.Immutable
@HcpModel
public interface BackupStorageLocationStatus extends Model {
    /** No longer used. */
    @Nullable
    StorageAccessMode getAccessMode();

    /** No longer used. */
    @Nullable
    String getLastSyncedRevision();

    /** When Velero last looked for backups there. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getLastSyncedTime();

    /** When Velero last checked that it can get there. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getLastValidationTime();

    /** Why it cannot be reached. */
    @Nullable
    String getMessage();

    /** Whether it can be reached. */
    @Nullable
    StorageLocationPhase getPhase();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupStorageLocationStatus}. Not thread-safe. */
    final class Builder extends ImmutableBackupStorageLocationStatus.Builder {
        Builder() {}
    }
}
