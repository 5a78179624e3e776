package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * MachineSetStatus.
 *
 * <p>CRD field: MachineSet {@code status}.
 */
@Value.Immutable
@HcpModel
public interface MachineSetStatus extends Model {
    /** {@code availableReplicas}. */
    @Nullable
    Integer getAvailableReplicas();

    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<CapiCondition> getConditions();

    /** {@code failureMessage}. */
    @Nullable
    String getFailureMessage();

    /** {@code failureReason}. */
    @Nullable
    String getFailureReason();

    /** {@code fullyLabeledReplicas}. */
    @Nullable
    Integer getFullyLabeledReplicas();

    /** {@code observedGeneration}. */
    @Nullable
    Long getObservedGeneration();

    /** {@code readyReplicas}. */
    @Nullable
    Integer getReadyReplicas();

    /** {@code replicas}. */
    @Nullable
    Integer getReplicas();

    /** {@code selector}. */
    @Nullable
    String getSelector();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineSetStatus}. Not thread-safe. */
    final class Builder extends ImmutableMachineSetStatus.Builder {
        Builder() {}
    }
}
