package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.GoDuration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * UnhealthyCondition.
 *
 * <p>CRD field: MachineHealthCheck {@code spec.unhealthyConditions[]}.
 */
@Value.Immutable
@HcpModel
public interface UnhealthyCondition extends Model {
    /** {@code status}. */
    @Required
    @Size(min = 1)
    @Nullable
    String getStatus();

    /** {@code timeout}. */
    @Required
    @Nullable
    GoDuration getTimeout();

    /** {@code type}. */
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
