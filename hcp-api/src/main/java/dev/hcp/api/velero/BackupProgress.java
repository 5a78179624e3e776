package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How many objects are backed up.
 *
 * <p>CRD field: Backup {@code status.progress}.
 */
@Value.Immutable
@HcpModel
public interface BackupProgress extends Model {
    /** Those that are done. */
    @Format("")
    @Nullable
    Integer getItemsBackedUp();

    /** All, as far as they are known. */
    @Format("")
    @Nullable
    Integer getTotalItems();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupProgress}. Not thread-safe. */
    final class Builder extends ImmutableBackupProgress.Builder {
        Builder() {}
    }
}
