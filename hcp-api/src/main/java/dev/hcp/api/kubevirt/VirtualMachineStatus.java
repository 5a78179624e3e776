package dev.hcp.api.kubevirt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.PlainConditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * VirtualMachineStatus.
 *
 * <p>CRD field: VirtualMachine {@code status}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface VirtualMachineStatus extends Model {
    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @PlainConditions(
            required = {"status", "type"},
            times = {"lastProbeTime", "lastTransitionTime"})
    List<Condition> getConditions();

    /** {@code created}. */
    @Nullable
    Boolean getCreated();

    /** {@code desiredGeneration}. */
    @Nullable
    Long getDesiredGeneration();

    /** {@code observedGeneration}. */
    @Nullable
    Long getObservedGeneration();

    /** {@code printableStatus}. */
    @Default("\"Stopped\"")
    @Nullable
    String getPrintableStatus();

    /** {@code ready}. */
    @Nullable
    Boolean getReady();

    /** {@code runStrategy}. */
    @Nullable
    String getRunStrategy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link VirtualMachineStatus}. Not thread-safe. */
    final class Builder extends ImmutableVirtualMachineStatus.Builder {
        Builder() {}
    }
}
