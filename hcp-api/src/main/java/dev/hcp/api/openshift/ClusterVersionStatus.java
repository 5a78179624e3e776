package dev.hcp.api.openshift;

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
 * What release a cluster runs.
 *
 * <p>CRD field: ClusterVersion {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ClusterVersionStatus extends Model {
    /** Recommended updates; an explicit null when they are not known. */
    @Required
    @ListType("atomic")
    @NullAllowed
    List<UpdateRelease> getAvailableUpdates();

    /** The optional parts of the cluster. */
    @Nullable
    ClusterVersionCapabilitiesStatus getCapabilities();

    /** Updates that are recommended unless a risk applies. */
    @ListType("atomic")
    List<ConditionalUpdate> getConditionalUpdates();

    /** What is observed, by condition type. */
    @ListType(value = "map", keys = "type")
    @PlainConditions(
            required = {"lastTransitionTime", "status", "type"},
            times = {"lastTransitionTime"})
    List<Condition> getConditions();

    /** The release that the cluster goes to or has reached. */
    @Required
    @Nullable
    UpdateRelease getDesired();

    /** The releases that were applied, newest first; the first one may be under way. */
    @ListType("atomic")
    List<UpdateHistory> getHistory();

    /** The generation of the object that this speaks of. */
    @Required
    @Nullable
    Long getObservedGeneration();

    /** Changes when the version operator has taken note of a spec. */
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
