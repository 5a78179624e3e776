package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A taint of the node that a host becomes.
 *
 * <p>CRD field: BareMetalHost {@code spec.taints[]}.
 */
@Value.Immutable
@HcpModel
public interface HostTaint extends Model {
    /** What becomes of pods that do not tolerate it. */
    @Required
    @Nullable
    String getEffect();

    /** The key. */
    @Required
    @Nullable
    String getKey();

    /** When it was added. */
    @Format("date-time")
    @Nullable
    String getTimeAdded();

    /** The value. */
    @Nullable
    String getValue();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostTaint}. Not thread-safe. */
    final class Builder extends ImmutableHostTaint.Builder {
        Builder() {}
    }
}
