package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a node pool is.
 *
 * <p>CRD field: NodePool {@code status}.
 */
@Value.Immutable
@HcpModel
public interface NodePoolStatus extends Model {
    /** What is observed, by condition type. */
    @Size(max = 100, since = Edition.LATEST)
    List<NodePoolCondition> getConditions();

    /** Versions and health of the nodes, summed up. */
    @Since(Edition.LATEST)
    @Nullable
    NodesInfo getNodesInfo();

    /** What the platform adds. */
    @Nullable
    NodePoolPlatformStatus getPlatform();

    /** How many nodes there are. */
    @Nullable
    Integer getReplicas();

    /** The version that all nodes run. */
    @Size(max = 64, since = Edition.LATEST)
    @Nullable
    String getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodePoolStatus}. Not thread-safe. */
    final class Builder extends ImmutableNodePoolStatus.Builder {
        Builder() {}

        /** Sets {@code nodesInfo} from a builder. */
        public Builder nodesInfo(UnaryOperator<NodesInfo.Builder> edit) {
            return nodesInfo(edit.apply(NodesInfo.builder()).build());
        }

        /** Sets {@code platform} from a builder. */
        public Builder platform(UnaryOperator<NodePoolPlatformStatus.Builder> edit) {
            return platform(edit.apply(NodePoolPlatformStatus.builder()).build());
        }
    }
}
