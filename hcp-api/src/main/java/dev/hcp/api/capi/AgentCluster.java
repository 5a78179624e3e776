package dev.hcp.api.capi;

import dev.hcp.api.model.ResourceBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The bare-metal side of a Cluster API cluster. The envelope is mutable, as fabric8's are, and not thread-safe; spec
 * and status are immutable.
 */
@Group("capi-provider.agent-install.openshift.io")
@Version("v1beta1")
@Kind("AgentCluster")
@Plural("agentclusters")
public final class AgentCluster extends CustomResource<AgentClusterSpec, AgentClusterStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<AgentCluster, AgentClusterSpec, AgentClusterStatus, AgentClusterSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                AgentCluster::new,
                AgentClusterSpec::builder,
                AgentClusterSpec::toBuilder,
                AgentClusterSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<AgentCluster, AgentClusterSpec, AgentClusterStatus, AgentClusterSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
