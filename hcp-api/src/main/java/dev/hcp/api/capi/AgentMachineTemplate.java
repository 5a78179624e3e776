package dev.hcp.api.capi;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Categories;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * What the agent machines of a set are made from. The envelope is mutable, as fabric8's are, and not thread-safe;
 * spec and status are immutable.
 */
@Group("capi-provider.agent-install.openshift.io")
@Version("v1beta1")
@Kind("AgentMachineTemplate")
@Plural("agentmachinetemplates")
@ShortNames({"agentmt"})
@Categories({"cluster-api"})
public final class AgentMachineTemplate extends CustomResource<AgentMachineTemplateSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    AgentMachineTemplate, AgentMachineTemplateSpec, Void, AgentMachineTemplateSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                AgentMachineTemplate::new,
                AgentMachineTemplateSpec::builder,
                AgentMachineTemplateSpec::toBuilder,
                AgentMachineTemplateSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<AgentMachineTemplate, AgentMachineTemplateSpec, Void, AgentMachineTemplateSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
