package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An object, by name and namespace.
 *
 * <p>CRD field: AgentCluster {@code status.clusterDeploymentReference}, AgentMachine {@code status.agentRef}.
 */
@Value.Immutable
@HcpModel
public interface AgentObjectReference extends Model {
    /** The name. */
    @Nullable
    String getName();

    /** The namespace. */
    @Nullable
    String getNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentObjectReference}. Not thread-safe. */
    final class Builder extends ImmutableAgentObjectReference.Builder {
        Builder() {}
    }
}
