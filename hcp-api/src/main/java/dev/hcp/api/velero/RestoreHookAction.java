package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a hook does: one of these.
 *
 * <p>CRD field: Restore {@code spec.hooks.resources[].postHooks[]}.
 */
@Value.Immutable
@HcpModel
public interface RestoreHookAction extends Model {
    /** A command in the restored pod. */
    @Nullable
    RestoreExecHook getExec();

    /** Init containers that the pod gets besides its own. */
    @Nullable
    RestoreInitHook getInit();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RestoreHookAction}. Not thread-safe. */
    final class Builder extends ImmutableRestoreHookAction.Builder {
        Builder() {}

        /** Sets {@code exec} from a builder. */
        public Builder exec(UnaryOperator<RestoreExecHook.Builder> edit) {
            return exec(edit.apply(RestoreExecHook.builder()).build());
        }

        /** Sets {@code init} from a builder. */
        public Builder init(UnaryOperator<RestoreInitHook.Builder> edit) {
            return init(edit.apply(RestoreInitHook.builder()).build());
        }
    }
}
