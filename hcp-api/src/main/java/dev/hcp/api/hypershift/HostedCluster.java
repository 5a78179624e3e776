package dev.hcp.api.hypershift;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A cluster whose control plane runs as pods on the management cluster. Mutable as fabric8's envelopes are; spec and status are immutable. Not thread-safe. */
@Group("hypershift.openshift.io")
@Version("v1beta1")
@Kind("HostedCluster")
@Plural("hostedclusters")
@ShortNames({"hc", "hcs"})
public final class HostedCluster extends CustomResource<HostedClusterSpec, HostedClusterStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
