package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A condition in the form of Cluster API, with a severity.
 *
 * <p>CRD field: Cluster {@code status.conditions[]}, MachineDeployment {@code status.conditions[]}, MachineSet {@code
 * status.conditions[]}.
 */
@Value.Immutable
@HcpModel
public interface CapiCondition extends Model {
    /** When the status last changed, RFC 3339. */
    @Required
    @Format("date-time")
    @Nullable
    String getLastTransitionTime();

    /** Details for people. */
    @Nullable
    String getMessage();

    /** A word for programs. */
    @Nullable
    String getReason();

    /** Error, Warning or Info when the status is False; otherwise absent. */
    @Nullable
    String getSeverity();

    /** True, False or Unknown. */
    @Required
    @Nullable
    String getStatus();

    /** What is observed. */
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
