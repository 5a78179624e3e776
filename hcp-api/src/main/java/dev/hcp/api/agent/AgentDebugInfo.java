package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the service knows of a host, for finding faults.
 *
 * <p>CRD field: Agent {@code status.debugInfo}.
 */
@Value.Immutable
@HcpModel
public interface AgentDebugInfo extends Model {
    /** Where its events can be had; the URL carries a token. */
    @Value.Redacted
    @Nullable
    String getEventsURL();

    /** Where its logs can be had; the URL carries a token. */
    @Value.Redacted
    @Nullable
    String getLogsURL();

    /** The state of the host. */
    @OneOf({})
    @Nullable
    AgentState getState();

    /** The state for people. */
    @Nullable
    String getStateInfo();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentDebugInfo}. Not thread-safe. */
    final class Builder extends ImmutableAgentDebugInfo.Builder {
        Builder() {}
    }
}
