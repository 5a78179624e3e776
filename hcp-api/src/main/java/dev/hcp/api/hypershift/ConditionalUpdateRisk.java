package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A reason not to update.
 *
 * <p>CRD field: HostedCluster {@code status.version.conditionalUpdates[].risks[]}, HostedControlPlane {@code
 * status.versionStatus.conditionalUpdates[].risks[]}.
 */
@Value.Immutable
@HcpModel
public interface ConditionalUpdateRisk extends Model {
    /** How to find out whether the cluster is exposed; the first that can be evaluated decides. */
    @Required
    @Size(min = 1)
    @ListType("atomic")
    List<ClusterCondition> getMatchingRules();

    /** Details for people. */
    @Required
    @Size(min = 1)
    @Nullable
    String getMessage();

    /** A word for programs. */
    @Required
    @Size(min = 1)
    @Nullable
    String getName();

    /** Where the risk is described. */
    @Required
    @Format("uri")
    @Size(min = 1)
    @Nullable
    String getUrl();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ConditionalUpdateRisk}. Not thread-safe. */
    final class Builder extends ImmutableConditionalUpdateRisk.Builder {
        Builder() {}
    }
}
