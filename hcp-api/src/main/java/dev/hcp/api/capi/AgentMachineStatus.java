package dev.hcp.api.capi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * AgentMachineStatus.
 *
 * <p>CRD field: AgentMachine {@code status}.
 */
@Value.Immutable
@HcpModel
public interface AgentMachineStatus extends Model {
    /** {@code addresses}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<MachineAddress> getAddresses();

    /** {@code agentRef}. */
    @Nullable
    AgentObjectReference getAgentRef();

    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<CapiCondition> getConditions();

    /** {@code failureMessage}. */
    @Nullable
    String getFailureMessage();

    /** {@code failureReason}. */
    @Nullable
    String getFailureReason();

    /** {@code ready}. */
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
