package dev.hcp.api.capi;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Categories;
import dev.hcp.api.schema.Column;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Cluster API's view of a hosted cluster. The envelope is mutable, as fabric8's are, and not thread-safe; spec and
 * status are immutable.
 */
@Group("cluster.x-k8s.io")
@Version("v1beta1")
@Kind("Cluster")
@Plural("clusters")
@ShortNames({"cl"})
@Categories({"cluster-api"})
@Column(name = "ClusterClass", path = ".spec.topology.class")
@Column(name = "Phase", path = ".status.phase")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
@Column(name = "Version", path = ".spec.topology.version")
public final class Cluster extends CustomResource<ClusterSpec, ClusterStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<Cluster, ClusterSpec, ClusterStatus, ClusterSpec.Builder> builder() {
        return new ResourceBuilder<>(
                Cluster::new, ClusterSpec::builder, ClusterSpec::toBuilder, ClusterSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<Cluster, ClusterSpec, ClusterStatus, ClusterSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
