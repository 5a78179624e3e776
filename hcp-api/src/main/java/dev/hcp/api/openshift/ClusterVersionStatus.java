package dev.hcp.api.openshift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.hypershift.ConditionalUpdate;
import dev.hcp.api.hypershift.UpdateHistory;
import dev.hcp.api.hypershift.UpdateRelease;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.PlainConditions;
import dev.hcp.api.schema.Required;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * ClusterVersionStatus.
 *
 * <p>CRD field: ClusterVersion {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ClusterVersionStatus extends Model {
    /** {@code availableUpdates}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Required
    @ListType("atomic")
    @NullAllowed
    List<UpdateRelease> getAvailableUpdates();

    /** {@code capabilities}. */
    @Nullable
    ClusterVersionCapabilitiesStatus getCapabilities();

    /** {@code conditionalUpdates}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ListType("atomic")
    List<ConditionalUpdate> getConditionalUpdates();

    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ListType(value = "map", keys = "type")
    @PlainConditions(
            required = {"lastTransitionTime", "status", "type"},
            times = {"lastTransitionTime"})
    List<Condition> getConditions();

    /** {@code desired}. */
    @Required
    @Nullable
    UpdateRelease getDesired();

    /** {@code history}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ListType("atomic")
    List<UpdateHistory> getHistory();

    /** {@code observedGeneration}. */
    @Required
    @Nullable
    Long getObservedGeneration();

    /** {@code versionHash}. */
    @Required
    @Nullable
    String getVersionHash();

    /** A new builder. Without a value, {@code availableUpdates} is an explicit null: the member must be present. */
    static Builder builder() {
        return new Builder().unknownFields(JsonObject.of("availableUpdates", null));
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterVersionStatus}. Not thread-safe. */
    final class Builder extends ImmutableClusterVersionStatus.Builder {
        Builder() {}

        /** Sets {@code capabilities} from a builder. */
        public Builder capabilities(UnaryOperator<ClusterVersionCapabilitiesStatus.Builder> edit) {
            return capabilities(
                    edit.apply(ClusterVersionCapabilitiesStatus.builder()).build());
        }
    }
}
