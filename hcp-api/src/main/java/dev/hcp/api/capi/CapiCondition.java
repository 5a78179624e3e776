package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * CapiCondition.
 *
 * <p>CRD field: Cluster {@code status.conditions[]}, MachineDeployment {@code status.conditions[]}, MachineSet {@code
 * status.conditions[]}.
 */
@Value.Immutable
@HcpModel
public interface CapiCondition extends Model {
    /** {@code lastTransitionTime}. */
    @Required
    @Format("date-time")
    @Nullable
    String getLastTransitionTime();

    /** {@code message}. */
    @Nullable
    String getMessage();

    /** {@code reason}. */
    @Nullable
    String getReason();

    /** {@code severity}. */
    @Nullable
    String getSeverity();

    /** {@code status}. */
    @Required
    @Nullable
    String getStatus();

    /** {@code type}. */
    @Required
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

    /** Builds {@link CapiCondition}. Not thread-safe. */
    final class Builder extends ImmutableCapiCondition.Builder {
        Builder() {}
    }
}
