package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A query that decides whether a cluster is exposed to a risk.
 *
 * <p>CRD field: HostedCluster {@code status.version.conditionalUpdates[].risks[].matchingRules[].promql},
 * HostedControlPlane {@code status.versionStatus.conditionalUpdates[].risks[].matchingRules[].promql}.
 */
@Value.Immutable
@HcpModel
public interface PromQlClusterCondition extends Model {
    /** The query; 1 means exposed, 0 not exposed. */
    @Required
    @Nullable
    String getPromql();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link PromQlClusterCondition}. Not thread-safe. */
    final class Builder extends ImmutablePromQlClusterCondition.Builder {
        Builder() {}
    }
}
