package dev.hcp.api.hypershift;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.Scale;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A scalable set of alike worker nodes of a hosted cluster. The envelope is mutable, as fabric8's are, and not
 * thread-safe; spec and status are immutable.
 */
@Group("hypershift.openshift.io")
@Version("v1beta1")
@Kind("NodePool")
@Plural("nodepools")
@ShortNames({"np", "nps"})
@Scale
@Column(name = "Cluster", path = ".spec.clusterName")
@Column(name = "Desired Nodes", type = "integer", path = ".spec.replicas")
@Column(name = "Current Nodes", type = "integer", path = ".status.replicas")
@Column(name = "Autoscaling", path = ".status.conditions[?(@.type==\"AutoscalingEnabled\")].status")
@Column(name = "Autorepair", path = ".status.conditions[?(@.type==\"AutorepairEnabled\")].status")
@Column(name = "Version", path = ".status.version")
@Column(name = "UpdatingVersion", path = ".status.conditions[?(@.type==\"UpdatingVersion\")].status")
@Column(name = "UpdatingConfig", path = ".status.conditions[?(@.type==\"UpdatingConfig\")].status")
@Column(name = "Message", path = ".status.conditions[?(@.type==\"Ready\")].message")
public final class NodePool extends CustomResource<NodePoolSpec, NodePoolStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<NodePool, NodePoolSpec, NodePoolStatus, NodePoolSpec.Builder> builder() {
        return new ResourceBuilder<>(
                NodePool::new, NodePoolSpec::builder, NodePoolSpec::toBuilder, NodePoolSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<NodePool, NodePoolSpec, NodePoolStatus, NodePoolSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
