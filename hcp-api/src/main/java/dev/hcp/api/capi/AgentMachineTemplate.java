package dev.hcp.api.capi;

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
}
