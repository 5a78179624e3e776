package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.GoDuration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A node condition that makes a machine unhealthy.
 *
 * <p>CRD field: MachineHealthCheck {@code spec.unhealthyConditions[]}.
 */
@Value.Immutable
@HcpModel
public interface UnhealthyCondition extends Model {
    /** The status that is unhealthy. */
    @Required
    @Size(min = 1)
    @Nullable
    String getStatus();

    /** How long it may last. */
    @Required
    @Nullable
    GoDuration getTimeout();

    /** The type of the condition. */
    @Required
    @Size(min = 1)
    @Nullable
    String getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link UnhealthyCondition}. Not thread-safe. */
    final class Builder extends ImmutableUnhealthyCondition.Builder {
        Builder() {}
    }
}
