package dev.hcp.api.velero;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.RawSchema;
import dev.hcp.api.value.GoDuration;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Init containers that a restored pod gets.
 *
 * <p>CRD field: Restore {@code spec.hooks.resources[].postHooks[].init}.
 */
@Value.Immutable
@HcpModel
public interface RestoreInitHook extends Model {
    /** The containers, as Kubernetes has them. */
    @RawSchema(
            "{\"items\":{\"type\":\"object\",\"x-kubernetes-preserve-unknown-fields\":true},\"x-kubernetes-preserve-unknown-fields\":true}")
    List<JsonObject> getInitContainers();

    /** How long they may take. */
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

    /** Builds {@link RestoreInitHook}. Not thread-safe. */
    final class Builder extends ImmutableRestoreInitHook.Builder {
        Builder() {}
    }
}
