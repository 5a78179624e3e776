package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the bare-metal side of a machine is.
 *
 * <p>CRD field: AgentMachine {@code status}.
 */
@Value.Immutable
@HcpModel
public interface AgentMachineStatus extends Model {
    /** The addresses of the machine. */
    List<MachineAddress> getAddresses();

    /** The agent that was chosen. */
    @Nullable
    AgentObjectReference getAgentRef();

    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** Why the object failed for good, for people. */
    @Nullable
    String getFailureMessage();

    /** Why the object failed for good, for programs. */
    @Nullable
    String getFailureReason();

    /** Whether the host is installed. */
    @Nullable
    Boolean getReady();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentMachineStatus}. Not thread-safe. */
    final class Builder extends ImmutableAgentMachineStatus.Builder {
        Builder() {}

        /** Sets {@code agentRef} from a builder. */
        public Builder agentRef(UnaryOperator<AgentObjectReference.Builder> edit) {
            return agentRef(edit.apply(AgentObjectReference.builder()).build());
        }
    }
}
