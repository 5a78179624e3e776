package dev.hcp.api.ocm;

import dev.hcp.api.model.ResourceBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * How the agent of an add-on is deployed. The envelope is mutable, as fabric8's are, and not thread-safe; spec is
 * immutable.
 */
@Group("addon.open-cluster-management.io")
@Version("v1alpha1")
@Kind("AddOnDeploymentConfig")
@Plural("addondeploymentconfigs")
public final class AddOnDeploymentConfig extends CustomResource<AddOnDeploymentConfigSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    AddOnDeploymentConfig, AddOnDeploymentConfigSpec, Void, AddOnDeploymentConfigSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                AddOnDeploymentConfig::new,
                AddOnDeploymentConfigSpec::builder,
                AddOnDeploymentConfigSpec::toBuilder,
                AddOnDeploymentConfigSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<AddOnDeploymentConfig, AddOnDeploymentConfigSpec, Void, AddOnDeploymentConfigSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
