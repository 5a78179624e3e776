package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.GoDuration;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A command in a pod.
 *
 * <p>CRD field: Backup {@code spec.hooks.resources[].post[].exec}.
 */
@Value.Immutable
@HcpModel
public interface BackupExecHook extends Model {
    /** The command and its arguments. */
    @Required
    @Size(min = 1)
    List<String> getCommand();

    /** The container; the first one when empty. */
    @Nullable
    String getContainer();

    /** What becomes of the backup when the command fails; Fail by default. */
    @Nullable
    HookErrorMode getOnError();

    /** How long it may take; 30 seconds by default. */
    @Nullable
    GoDuration getTimeout();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupExecHook}. Not thread-safe. */
    final class Builder extends ImmutableBackupExecHook.Builder {
        Builder() {}
    }
}
