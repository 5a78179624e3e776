package dev.hcp.api.capi;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.LabelSelector;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the bare-metal side of a machine should be.
 *
 * <p>CRD field: AgentMachine {@code spec}, AgentMachineTemplate {@code spec.template.spec}.
 */
@Value.Immutable
@HcpModel
public interface AgentMachineSpec extends Model {
    /** The labels that the agent must have. */
    @Nullable
    LabelSelector getAgentLabelSelector();

    /** The name of the machine with its provider, as on the node. */
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
