package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the bare-metal side of a cluster is.
 *
 * <p>CRD field: AgentCluster {@code status}.
 */
@Value.Immutable
@HcpModel
public interface AgentClusterStatus extends Model {
    /** The cluster deployment to which agents are bound. */
    @Required
    @Nullable
    AgentObjectReference getClusterDeploymentReference();

    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** The domains that fail independently, by name. */
    Map<String, CapiFailureDomain> getFailureDomains();

    /** Whether agents can be bound. */
    @Nullable
    Boolean getReady();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentClusterStatus}. Not thread-safe. */
    final class Builder extends ImmutableAgentClusterStatus.Builder {
        Builder() {}

        /** Sets {@code clusterDeploymentReference} from a builder. */
        public Builder clusterDeploymentReference(UnaryOperator<AgentObjectReference.Builder> edit) {
            return clusterDeploymentReference(
                    edit.apply(AgentObjectReference.builder()).build());
        }
    }
}
