package dev.hcp.api.agent;

import dev.hcp.api.model.ResourceBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A label that agents get by what hardware they have. The envelope is mutable, as fabric8's are, and not thread-safe;
 * spec and status are immutable.
 */
@Group("agent-install.openshift.io")
@Version("v1beta1")
@Kind("AgentClassification")
@Plural("agentclassifications")
public final class AgentClassification extends CustomResource<AgentClassificationSpec, AgentClassificationStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    AgentClassification,
                    AgentClassificationSpec,
                    AgentClassificationStatus,
                    AgentClassificationSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                AgentClassification::new,
                AgentClassificationSpec::builder,
                AgentClassificationSpec::toBuilder,
                AgentClassificationSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    AgentClassification,
                    AgentClassificationSpec,
                    AgentClassificationStatus,
                    AgentClassificationSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
