package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How far the installation is.
 *
 * <p>CRD field: MultiClusterEngine {@code status}.
 */
@Value.Immutable
@HcpModel
public interface MultiClusterEngineStatus extends Model {
    /** What is observed of each component. */
    List<MceComponentCondition> getComponents();

    /** What is observed, by condition type. */
    @PlainConditions(
            required = {"message", "reason", "status", "type"},
            times = {"lastTransitionTime", "lastUpdateTime"})
    List<Condition> getConditions();

    /** The version that is installed. */
    @Nullable
    String getCurrentVersion();

    /** The version that it is to become. */
    @Nullable
    String getDesiredVersion();

    /** How far it is. */
    @OneOf({})
    @Nullable
    McePhase getPhase();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MultiClusterEngineStatus}. Not thread-safe. */
    final class Builder extends ImmutableMultiClusterEngineStatus.Builder {
        Builder() {}
    }
}
