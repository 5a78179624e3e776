package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A node that is still to be removed from the cluster that its host was in.
 *
 * <p>CRD field: Agent {@code status.deprovision_info}.
 */
@Value.Immutable
@HcpModel
public interface AgentDeprovisionInfo extends NamedInJson {
    /** The ClusterDeployment. */
    @JsonProperty("cluster_name")
    @Nullable
    String getClusterName();

    /** Its namespace. */
    @JsonProperty("cluster_namespace")
    @Nullable
    String getClusterNamespace();

    /** Why the node is still there. */
    @Nullable
    String getMessage();

    /** The node. */
    @JsonProperty("node_name")
    @Nullable
    String getNodeName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentDeprovisionInfo}. Not thread-safe. */
    final class Builder extends ImmutableAgentDeprovisionInfo.Builder {
        Builder() {}
    }
}
