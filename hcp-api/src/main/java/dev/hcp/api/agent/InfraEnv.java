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
 * What hosts are discovered with: one image, from which all hosts of the environment boot. The envelope is mutable,
 * as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("agent-install.openshift.io")
@Version("v1beta1")
@Kind("InfraEnv")
@Plural("infraenvs")
@Column(name = "ISO Created At", path = ".status.createdTime")
@Column(name = "ISO URL", path = ".status.isoDownloadURL", priority = 1)
public final class InfraEnv extends CustomResource<InfraEnvSpec, InfraEnvStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<InfraEnv, InfraEnvSpec, InfraEnvStatus, InfraEnvSpec.Builder> builder() {
        return new ResourceBuilder<>(
                InfraEnv::new, InfraEnvSpec::builder, InfraEnvSpec::toBuilder, InfraEnvSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<InfraEnv, InfraEnvSpec, InfraEnvStatus, InfraEnvSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
