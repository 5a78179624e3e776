package dev.hcp.api.agent;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The network configuration of one host, found by the labels that an InfraEnv asks for. The envelope is mutable, as
 * fabric8's are, and not thread-safe; spec is immutable.
 */
@Group("agent-install.openshift.io")
@Version("v1beta1")
@Kind("NMStateConfig")
@Plural("nmstateconfigs")
@CrdKind(statusWithoutSchema = true)
public final class NmStateConfig extends CustomResource<NmStateConfigSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<NmStateConfig, NmStateConfigSpec, Void, NmStateConfigSpec.Builder> builder() {
        return new ResourceBuilder<>(
                NmStateConfig::new,
                NmStateConfigSpec::builder,
                NmStateConfigSpec::toBuilder,
                NmStateConfigSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<NmStateConfig, NmStateConfigSpec, Void, NmStateConfigSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
