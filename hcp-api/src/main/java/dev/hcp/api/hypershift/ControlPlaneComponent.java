package dev.hcp.api.hypershift;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Since;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * What the control plane operator reports of one component of a hosted control plane, such as the API server. The
 * envelope is mutable, as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("hypershift.openshift.io")
@Version("v1beta1")
@Kind("ControlPlaneComponent")
@Plural("controlplanecomponents")
@ShortNames({"cpc", "cpcs"})
@Since(Edition.LATEST)
@Column(name = "Version", path = ".status.version")
@Column(name = "Available", path = ".status.conditions[?(@.type==\"Available\")].status")
@Column(name = "RolloutComplete", path = ".status.conditions[?(@.type==\"RolloutComplete\")].status")
@Column(name = "Message", path = ".status.conditions[?(@.type==\"Available\")].message")
@Column(
        name = "RolloutCompleteMessage",
        path = ".status.conditions[?(@.type==\"RolloutComplete\")].message",
        priority = 1)
public final class ControlPlaneComponent extends CustomResource<ControlPlaneComponentSpec, ControlPlaneComponentStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    ControlPlaneComponent,
                    ControlPlaneComponentSpec,
                    ControlPlaneComponentStatus,
                    ControlPlaneComponentSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                ControlPlaneComponent::new,
                ControlPlaneComponentSpec::builder,
                ControlPlaneComponentSpec::toBuilder,
                ControlPlaneComponentSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<
                    ControlPlaneComponent,
                    ControlPlaneComponentSpec,
                    ControlPlaneComponentStatus,
                    ControlPlaneComponentSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
