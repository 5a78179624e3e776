package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a hook does.
 *
 * <p>CRD field: Backup {@code spec.hooks.resources[].post[]}, Backup {@code spec.hooks.resources[].pre[]}.
 */
@Value.Immutable
@HcpModel
public interface BackupHookAction extends Model {
    /** A command in the pod. */
    @Required
    @Nullable
    BackupExecHook getExec();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupHookAction}. Not thread-safe. */
    final class Builder extends ImmutableBackupHookAction.Builder {
        Builder() {}

        /** Sets {@code exec} from a builder. */
        public Builder exec(UnaryOperator<BackupExecHook.Builder> edit) {
            return exec(edit.apply(BackupExecHook.builder()).build());
        }
    }
}
