package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a machine deployment is.
 *
 * <p>CRD field: MachineDeployment {@code status}.
 */
@Value.Immutable
@HcpModel
public interface MachineDeploymentStatus extends Model {
    /** How many machines have been ready for long enough. */
    @Nullable
    Integer getAvailableReplicas();

    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** The generation of the object that this speaks of. */
    @Nullable
    Long getObservedGeneration();

    /** ScalingUp, ScalingDown, Running, Failed or Unknown. */
    @Nullable
    String getPhase();

    /** How many machines have a ready node. */
    @Nullable
    Integer getReadyReplicas();

    /** How many machines there are. */
    @Nullable
    Integer getReplicas();

    /** The label selector as text, for the scale sub-resource. */
    @Nullable
    String getSelector();

    /** How many machines are not available. */
    @Nullable
    Integer getUnavailableReplicas();

    /** How many machines have the current template. */
    @Nullable
    Integer getUpdatedReplicas();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineDeploymentStatus}. Not thread-safe. */
    final class Builder extends ImmutableMachineDeploymentStatus.Builder {
        Builder() {}
    }
}
