package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Minimum;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a machine health check has found.
 *
 * <p>CRD field: MachineHealthCheck {@code status}.
 */
@Value.Immutable
@HcpModel
public interface MachineHealthCheckStatus extends Model {
    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** How many machines are healthy. */
    @Minimum(0)
    @Nullable
    Integer getCurrentHealthy();

    /** How many machines are checked. */
    @Minimum(0)
    @Nullable
    Integer getExpectedMachines();

    /** The generation of the object that this speaks of. */
    @Nullable
    Long getObservedGeneration();

    /** How many more machines may be replaced. */
    @Minimum(0)
    @Nullable
    Integer getRemediationsAllowed();

    /** The machines that are checked. */
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
