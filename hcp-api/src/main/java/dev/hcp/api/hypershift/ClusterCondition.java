package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A way to find out whether a cluster is exposed to a risk.
 *
 * <p>CRD field: HostedCluster {@code status.version.conditionalUpdates[].risks[].matchingRules[]}, HostedControlPlane
 * {@code status.versionStatus.conditionalUpdates[].risks[].matchingRules[]}.
 */
@Value.Immutable
@HcpModel
public interface ClusterCondition extends Model {
    /** The query, for that type. */
    @Nullable
    PromQlClusterCondition getPromql();

    /** The way. */
    @Required
    @Nullable
    ClusterConditionType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterCondition}. Not thread-safe. */
    final class Builder extends ImmutableClusterCondition.Builder {
        Builder() {}

        /** Sets {@code promql} from a builder. */
        public Builder promql(UnaryOperator<PromQlClusterCondition.Builder> edit) {
            return promql(edit.apply(PromQlClusterCondition.builder()).build());
        }
    }
}
