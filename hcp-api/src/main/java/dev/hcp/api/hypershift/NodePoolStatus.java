package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * NodePoolStatus.
 *
 * <p>CRD field: NodePool {@code status}.
 */
@Value.Immutable
@HcpModel
public interface NodePoolStatus extends Model {
    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<NodePoolCondition> getConditions();

    /** {@code platform}. */
    @Nullable
    NodePoolPlatformStatus getPlatform();

    /** {@code replicas}. */
    @Nullable
    Integer getReplicas();

    /** {@code version}. */
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
