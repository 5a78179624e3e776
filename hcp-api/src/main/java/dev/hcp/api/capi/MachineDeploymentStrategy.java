package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a machine deployment replaces machines.
 *
 * <p>CRD field: MachineDeployment {@code spec.strategy}.
 */
@Value.Immutable
@HcpModel
public interface MachineDeploymentStrategy extends Model {
    /** Details of rolling updates. */
    @Nullable
    MachineRollingUpdate getRollingUpdate();

    /** When replaced machines go. */
    @Nullable
    MachineDeploymentStrategyType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MachineDeploymentStrategy}. Not thread-safe. */
    final class Builder extends ImmutableMachineDeploymentStrategy.Builder {
        Builder() {}

        /** Sets {@code rollingUpdate} from a builder. */
        public Builder rollingUpdate(UnaryOperator<MachineRollingUpdate.Builder> edit) {
            return rollingUpdate(edit.apply(MachineRollingUpdate.builder()).build());
        }
    }
}
