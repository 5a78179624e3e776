package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.LabelSelector;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * AgentMachineSpec.
 *
 * <p>CRD field: AgentMachine {@code spec}, AgentMachineTemplate {@code spec.template.spec}.
 */
@Value.Immutable
@HcpModel
public interface AgentMachineSpec extends Model {
    /** {@code agentLabelSelector}. */
    @Nullable
    LabelSelector getAgentLabelSelector();

    /** {@code providerID}. */
    @Nullable
    String getProviderID();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AgentMachineSpec}. Not thread-safe. */
    final class Builder extends ImmutableAgentMachineSpec.Builder {
        Builder() {}
    }
}
