package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.NullAllowed;
import java.util.List;
import org.immutables.value.Value;

/**
 * Commands that are run in pods before and after they are backed up.
 *
 * <p>CRD field: Backup {@code spec.hooks}.
 */
@Value.Immutable
@HcpModel
public interface BackupHooks extends Model {
    /** The hooks, by what they are for. */
    @NullAllowed
    List<BackupHook> getResources();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupHooks}. Not thread-safe. */
    final class Builder extends ImmutableBackupHooks.Builder {
        Builder() {}
    }
}
