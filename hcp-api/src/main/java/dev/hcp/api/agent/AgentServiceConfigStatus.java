package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;

/**
 * How far the installation of the service is.
 *
 * <p>CRD field: AgentServiceConfig {@code status}.
 */
@Value.Immutable
@HcpModel
public interface AgentServiceConfigStatus extends Model {
    /** What is observed, by condition type. */
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastHeartbeatTime", "lastTransitionTime"})
    List<Condition> getConditions();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentServiceConfigStatus}. Not thread-safe. */
    final class Builder extends ImmutableAgentServiceConfigStatus.Builder {
        Builder() {}
    }
}
