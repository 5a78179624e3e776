package dev.hcp.api.agent;

import dev.hcp.api.model.ResourceBuilder;
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

    /** A new builder. */
    public static ResourceBuilder<
                    AgentServiceConfig,
                    AgentServiceConfigSpec,
                    AgentServiceConfigStatus,
                    AgentServiceConfigSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                AgentServiceConfig::new,
                AgentServiceConfigSpec::builder,
                AgentServiceConfigSpec::toBuilder,
                AgentServiceConfigSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    AgentServiceConfig,
                    AgentServiceConfigSpec,
                    AgentServiceConfigStatus,
                    AgentServiceConfigSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
