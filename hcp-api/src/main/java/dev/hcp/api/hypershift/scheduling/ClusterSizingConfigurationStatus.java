package dev.hcp.api.hypershift.scheduling;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;

/**
 * Whether the sizes are usable.
 *
 * <p>CRD field: ClusterSizingConfiguration {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ClusterSizingConfigurationStatus extends Model {
    /** What is observed, by condition type; ClusterSizingConfigurationValid. */
    @ListType(value = "map", keys = "type")
    List<Condition> getConditions();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterSizingConfigurationStatus}. Not thread-safe. */
    final class Builder extends ImmutableClusterSizingConfigurationStatus.Builder {
        Builder() {}
    }
}
