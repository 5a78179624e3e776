package dev.hcp.api.agent;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A host that was booted with a discovery image, and its installation. Its name is the UUID of the host. The envelope
 * is mutable, as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("agent-install.openshift.io")
@Version("v1beta1")
@Kind("Agent")
@Plural("agents")
@Column(name = "Cluster", path = ".spec.clusterDeploymentName.name")
@Column(name = "Approved", type = "boolean", path = ".spec.approved")
@Column(name = "Role", path = ".status.role")
@Column(name = "Stage", path = ".status.progress.currentStage")
@Column(name = "Hostname", path = ".status.inventory.hostname", priority = 1)
@Column(name = "Requested Hostname", path = ".spec.hostname", priority = 1)
public final class Agent extends CustomResource<AgentSpec, AgentStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<Agent, AgentSpec, AgentStatus, AgentSpec.Builder> builder() {
        return new ResourceBuilder<>(Agent::new, AgentSpec::builder, AgentSpec::toBuilder, AgentSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<Agent, AgentSpec, AgentStatus, AgentSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
