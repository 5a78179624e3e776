package dev.hcp.api.hypershift;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A scalable set of alike worker nodes of a hosted cluster. Mutable as fabric8's envelopes are; spec and status are immutable. Not thread-safe. */
@Group("hypershift.openshift.io")
@Version("v1beta1")
@Kind("NodePool")
@Plural("nodepools")
@ShortNames({"np", "nps"})
public final class NodePool extends CustomResource<NodePoolSpec, NodePoolStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
