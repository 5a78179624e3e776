package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How files are copied into a backup.
 *
 * <p>CRD field: Backup {@code spec.uploaderConfig}.
 */
@Value.Immutable
@HcpModel
public interface BackupUploaderConfig extends Model {
    /** How many files at a time. */
    @Format("")
    @Nullable
    Integer getParallelFilesUpload();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupUploaderConfig}. Not thread-safe. */
    final class Builder extends ImmutableBackupUploaderConfig.Builder {
        Builder() {}
    }
}
