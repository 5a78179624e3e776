package dev.hcp.api.hypershift;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** The control plane of one hosted cluster, in the namespace of its own; made by the operator, not by users. Mutable as fabric8's envelopes are; spec and status are immutable. Not thread-safe. */
@Group("hypershift.openshift.io")
@Version("v1beta1")
@Kind("HostedControlPlane")
@Plural("hostedcontrolplanes")
@ShortNames({"hcp", "hcps"})
public final class HostedControlPlane extends CustomResource<HostedControlPlaneSpec, HostedControlPlaneStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;
}
