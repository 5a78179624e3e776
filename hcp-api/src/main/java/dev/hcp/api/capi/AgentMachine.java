package dev.hcp.api.capi;

import dev.hcp.api.model.ResourceBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The bare-metal side of a machine: one agent. The envelope is mutable, as fabric8's are, and not thread-safe; spec
 * and status are immutable.
 */
@Group("capi-provider.agent-install.openshift.io")
@Version("v1beta1")
@Kind("AgentMachine")
@Plural("agentmachines")
public final class AgentMachine extends CustomResource<AgentMachineSpec, AgentMachineStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<AgentMachine, AgentMachineSpec, AgentMachineStatus, AgentMachineSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                AgentMachine::new,
                AgentMachineSpec::builder,
                AgentMachineSpec::toBuilder,
                AgentMachineSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<AgentMachine, AgentMachineSpec, AgentMachineStatus, AgentMachineSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
