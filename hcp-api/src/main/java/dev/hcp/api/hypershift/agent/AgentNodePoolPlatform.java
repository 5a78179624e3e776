package dev.hcp.api.hypershift.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.LabelSelector;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which agents become nodes of a pool.
 *
 * <p>CRD field: NodePool {@code spec.platform.agent}.
 */
@Value.Immutable
@HcpModel
public interface AgentNodePoolPlatform extends Model {
    /** The labels that agents must have; any agent when absent. */
    @Nullable
    LabelSelector getAgentLabelSelector();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentNodePoolPlatform}. Not thread-safe. */
    final class Builder extends ImmutableAgentNodePoolPlatform.Builder {
        Builder() {}
    }
}
