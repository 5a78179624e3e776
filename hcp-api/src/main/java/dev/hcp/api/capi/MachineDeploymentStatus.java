package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * MachineDeploymentStatus.
 *
 * <p>CRD field: MachineDeployment {@code status}.
 */
@Value.Immutable
@HcpModel
public interface MachineDeploymentStatus extends Model {
    /** {@code availableReplicas}. */
    @Nullable
    Integer getAvailableReplicas();

    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<CapiCondition> getConditions();

    /** {@code observedGeneration}. */
    @Nullable
    Long getObservedGeneration();

    /** {@code phase}. */
    @Nullable
    String getPhase();

    /** {@code readyReplicas}. */
    @Nullable
    Integer getReadyReplicas();

    /** {@code replicas}. */
    @Nullable
    Integer getReplicas();

    /** {@code selector}. */
    @Nullable
    String getSelector();

    /** {@code unavailableReplicas}. */
    @Nullable
    Integer getUnavailableReplicas();

    /** {@code updatedReplicas}. */
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
