package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How many hooks were run.
 *
 * <p>CRD field: Backup {@code status.hookStatus}, Restore {@code status.hookStatus}.
 */
@Value.Immutable
@HcpModel
public interface HookStatus extends Model {
    /** Those that were started. */
    @Format("")
    @Nullable
    Integer getHooksAttempted();

    /** Those of them that failed. */
    @Format("")
    @Nullable
    Integer getHooksFailed();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HookStatus}. Not thread-safe. */
    final class Builder extends ImmutableHookStatus.Builder {
        Builder() {}
    }
}
