package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How many agents have a label.
 *
 * <p>CRD field: AgentClassification {@code status}.
 */
@Value.Immutable
@HcpModel
public interface AgentClassificationStatus extends Model {
    /** What is observed, by condition type. */
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastHeartbeatTime", "lastTransitionTime"})
    List<Condition> getConditions();

    /** For how many the expression fails. */
    @Format("")
    @Nullable
    Integer getErrorCount();

    /** How many have the label. */
    @Format("")
    @Nullable
    Integer getMatchedCount();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentClassificationStatus}. Not thread-safe. */
    final class Builder extends ImmutableAgentClassificationStatus.Builder {
        Builder() {}
    }
}
