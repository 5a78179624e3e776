package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.GoDuration;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A command in a restored pod.
 *
 * <p>CRD field: Restore {@code spec.hooks.resources[].postHooks[].exec}.
 */
@Value.Immutable
@HcpModel
public interface RestoreExecHook extends Model {
    /** The command and its arguments. */
    @Required
    @Size(min = 1)
    List<String> getCommand();

    /** The container; the first one when empty. */
    @Nullable
    String getContainer();

    /** How long the command may take; 30 seconds by default. */
    @Nullable
    GoDuration getExecTimeout();

    /** What becomes of the restore when the command fails; Continue by default. */
    @Nullable
    HookErrorMode getOnError();

    /** Whether the container must be ready first, not just running. */
    @NullAllowed
    @Nullable
    Boolean getWaitForReady();

    /** How long to wait for the container. */
    @Nullable
    GoDuration getWaitTimeout();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RestoreExecHook}. Not thread-safe. */
    final class Builder extends ImmutableRestoreExecHook.Builder {
        Builder() {}
    }
}
