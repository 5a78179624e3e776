package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a node pool, with a severity and looser rules than {@code metav1.Condition}.
 *
 * <p>CRD field: NodePool {@code status.conditions[]}.
 */
@Value.Immutable
@HcpModel
public interface NodePoolCondition extends Model {
    /** When the status last changed, RFC 3339. */
    @Required
    @Format("date-time")
    @Nullable
    String getLastTransitionTime();

    /** Details for people. */
    @Size(max = 32768, since = Edition.LATEST)
    @Nullable
    String getMessage();

    /** The generation of the object that this speaks of. */
    @Minimum(0)
    @Nullable
    Long getObservedGeneration();

    /** A word for programs. */
    @Size(max = 1024, since = Edition.LATEST)
    @Nullable
    String getReason();

    /** Error, Warning or Info when the status is False. */
    @Size(max = 1024, since = Edition.LATEST)
    @Nullable
    String getSeverity();

    /** True, False or Unknown. */
    @Required
    @Nullable
    String getStatus();

    /** What is observed. */
    @Required
    @Size(max = 316, since = Edition.LATEST)
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

    /** Builds {@link NodePoolCondition}. Not thread-safe. */
    final class Builder extends ImmutableNodePoolCondition.Builder {
        Builder() {}
    }
}
