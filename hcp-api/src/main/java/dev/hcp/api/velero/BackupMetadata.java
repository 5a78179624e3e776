package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Metadata of backups that a schedule makes.
 *
 * <p>CRD field: Backup {@code spec.metadata}.
 */
@Value.Immutable
@HcpModel
public interface BackupMetadata extends Model {
    /** Their labels; those of the schedule when empty. */
    Map<String, String> getLabels();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupMetadata}. Not thread-safe. */
    final class Builder extends ImmutableBackupMetadata.Builder {
        Builder() {}
    }
}
