package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a machine set is.
 *
 * <p>CRD field: MachineSet {@code status}.
 */
@Value.Immutable
@HcpModel
public interface MachineSetStatus extends Model {
    /** How many machines have been ready for long enough. */
    @Nullable
    Integer getAvailableReplicas();

    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** Why the object failed for good, for people. */
    @Nullable
    String getFailureMessage();

    /** Why the object failed for good, for programs. */
    @Nullable
    String getFailureReason();

    /** How many machines have all labels of the template. */
    @Nullable
    Integer getFullyLabeledReplicas();

    /** The generation of the object that this speaks of. */
    @Nullable
    Long getObservedGeneration();

    /** How many machines have a ready node. */
    @Nullable
    Integer getReadyReplicas();

    /** How many machines there are. */
    @Nullable
    Integer getReplicas();

    /** The label selector as text, for the scale sub-resource. */
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
