package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;

/**
 * What is done to pods that are restored.
 *
 * <p>CRD field: Restore {@code spec.hooks}.
 */
@Value.Immutable
@HcpModel
public interface RestoreHooks extends Model {
    /** The hooks, by what they are for. */
    List<RestoreHook> getResources();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RestoreHooks}. Not thread-safe. */
    final class Builder extends ImmutableRestoreHooks.Builder {
        Builder() {}
    }
}
