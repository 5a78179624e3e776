package dev.hcp.api.agent;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The installation of the service; there is one, named {@code agent}. The envelope is mutable, as fabric8's are, and
 * not thread-safe; spec and status are immutable.
 */
@Group("agent-install.openshift.io")
@Version("v1beta1")
@Kind("AgentServiceConfig")
@Plural("agentserviceconfigs")
public final class AgentServiceConfig extends CustomResource<AgentServiceConfigSpec, AgentServiceConfigStatus> {
    private static final long serialVersionUID = 1L;
}
