package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
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
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<NodePoolCondition> getConditions();

    /** What the platform adds. */
    @Nullable
    NodePoolPlatformStatus getPlatform();

    /** How many nodes there are. */
    @Nullable
    Integer getReplicas();

    /** The version that all nodes run. */
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

        /** Sets {@code platform} from a builder. */
        public Builder platform(UnaryOperator<NodePoolPlatformStatus.Builder> edit) {
            return platform(edit.apply(NodePoolPlatformStatus.builder()).build());
        }
    }
}
