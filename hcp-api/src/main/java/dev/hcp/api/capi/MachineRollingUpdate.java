package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How many machines a rolling update touches at once.
 *
 * <p>CRD field: MachineDeployment {@code spec.strategy.rollingUpdate}.
 */
@Value.Immutable
@HcpModel
public interface MachineRollingUpdate extends Model {
    /** Which machines go first. */
    @Nullable
    DeletePolicy getDeletePolicy();

    /** How many machines, or what share of them, may be there beyond the wanted number. */
    @Nullable
    IntOrString getMaxSurge();

    /** How many machines, or what share of them, may be missing. */
    @Nullable
    IntOrString getMaxUnavailable();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineRollingUpdate}. Not thread-safe. */
    final class Builder extends ImmutableMachineRollingUpdate.Builder {
        Builder() {}
    }
}
