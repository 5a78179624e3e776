package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Minimum;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * MachineHealthCheckStatus.
 *
 * <p>CRD field: MachineHealthCheck {@code status}.
 */
@Value.Immutable
@HcpModel
public interface MachineHealthCheckStatus extends Model {
    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<CapiCondition> getConditions();

    /** {@code currentHealthy}. */
    @Minimum(0)
    @Nullable
    Integer getCurrentHealthy();

    /** {@code expectedMachines}. */
    @Minimum(0)
    @Nullable
    Integer getExpectedMachines();

    /** {@code observedGeneration}. */
    @Nullable
    Long getObservedGeneration();

    /** {@code remediationsAllowed}. */
    @Minimum(0)
    @Nullable
    Integer getRemediationsAllowed();

    /** {@code targets}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> getTargets();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineHealthCheckStatus}. Not thread-safe. */
    final class Builder extends ImmutableMachineHealthCheckStatus.Builder {
        Builder() {}
    }
}
