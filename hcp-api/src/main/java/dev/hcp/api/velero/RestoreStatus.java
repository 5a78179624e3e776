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
 * How far a restore is.
 *
 * <p>CRD field: Restore {@code status}.
 */
@Value.Immutable
@HcpModel
public interface RestoreStatus extends Model {
    /** When it ended, well or not. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getCompletionTimestamp();

    /** How many errors there were; the log holds them. */
    @Format("")
    @Nullable
    Integer getErrors();

    /** Why it failed as a whole. */
    @Nullable
    String getFailureReason();

    /** How many hooks were run. */
    @NullAllowed
    @Nullable
    HookStatus getHookStatus();

    /** How far it is. */
    @Nullable
    RestorePhase getPhase();

    /** How many objects are restored. */
    @NullAllowed
    @Nullable
    RestoreProgress getProgress();

    /** How many asynchronous operations of plug-ins were started. */
    @Format("")
    @Nullable
    Integer getRestoreItemOperationsAttempted();

    /** How many of them succeeded. */
    @Format("")
    @Nullable
    Integer getRestoreItemOperationsCompleted();

    /** How many of them failed. */
    @Format("")
    @Nullable
    Integer getRestoreItemOperationsFailed();

    /** When it began. */
    @Format("date-time")
    @NullAllowed
    @Nullable
    String getStartTimestamp();

    /** Why it is not valid. */
    @NullAllowed
    List<String> getValidationErrors();

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

    /** Builds {@link RestoreStatus}. Not thread-safe. */
    final class Builder extends ImmutableRestoreStatus.Builder {
        Builder() {}

        /** Sets {@code hookStatus} from a builder. */
        public Builder hookStatus(UnaryOperator<HookStatus.Builder> edit) {
            return hookStatus(edit.apply(HookStatus.builder()).build());
        }

        /** Sets {@code progress} from a builder. */
        public Builder progress(UnaryOperator<RestoreProgress.Builder> edit) {
            return progress(edit.apply(RestoreProgress.builder()).build());
        }
    }
}
