package dev.hcp.api.openshift;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The state of a cluster operator.
 *
 * <p>CRD field: ClusterOperator {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ClusterOperatorStatus extends Model {
    /** What is observed, by condition type. */
    @PlainConditions(
            required = {"lastTransitionTime", "status", "type"},
            times = {"lastTransitionTime"})
    List<Condition> getConditions();

    /** More, in a form of the operator's own; untyped. */
    @NullAllowed
    @FreeForm
    @Nullable
    JsonObject getExtension();

    /** The objects to look at when something is wrong. */
    List<RelatedObject> getRelatedObjects();

    /** The versions of the operator and what it runs. */
    List<OperandVersion> getVersions();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterOperatorStatus}. Not thread-safe. */
    final class Builder extends ImmutableClusterOperatorStatus.Builder {
        Builder() {}
    }
}
