package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.NullAllowed;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How files are copied out of a backup.
 *
 * <p>CRD field: Restore {@code spec.uploaderConfig}.
 */
@Value.Immutable
@HcpModel
public interface RestoreUploaderConfig extends Model {
    /** How many files at a time. */
    @Format("")
    @Nullable
    Integer getParallelFilesDownload();

    /** Whether blocks of zeros take no space. */
    @NullAllowed
    @Nullable
    Boolean getWriteSparseFiles();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RestoreUploaderConfig}. Not thread-safe. */
    final class Builder extends ImmutableRestoreUploaderConfig.Builder {
        Builder() {}
    }
}
