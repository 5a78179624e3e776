package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * MachineRollingUpdate.
 *
 * <p>CRD field: MachineDeployment {@code spec.strategy.rollingUpdate}.
 */
@Value.Immutable
@HcpModel
public interface MachineRollingUpdate extends Model {
    /** {@code deletePolicy}. */
    @Nullable
    DeletePolicy getDeletePolicy();

    /** {@code maxSurge}. */
    @Nullable
    IntOrString getMaxSurge();

    /** {@code maxUnavailable}. */
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
