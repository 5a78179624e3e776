package dev.hcp.api.hypershift;

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
 * The control plane of one hosted cluster, in a namespace of its own. The operator makes it from a {@link
 * HostedCluster}; users do not. The envelope is mutable, as fabric8's are, and not thread-safe; spec and status are
 * immutable.
 */
@Group("hypershift.openshift.io")
@Version("v1beta1")
@Kind("HostedControlPlane")
@Plural("hostedcontrolplanes")
@ShortNames({"hcp", "hcps"})
@Categories({"cluster-api"})
public final class HostedControlPlane extends CustomResource<HostedControlPlaneSpec, HostedControlPlaneStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    HostedControlPlane,
                    HostedControlPlaneSpec,
                    HostedControlPlaneStatus,
                    HostedControlPlaneSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                HostedControlPlane::new,
                HostedControlPlaneSpec::builder,
                HostedControlPlaneSpec::toBuilder,
                HostedControlPlaneSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    HostedControlPlane,
                    HostedControlPlaneSpec,
                    HostedControlPlaneStatus,
                    HostedControlPlaneSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
