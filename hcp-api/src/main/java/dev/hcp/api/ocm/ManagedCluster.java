package dev.hcp.api.ocm;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A cluster that the hub manages. The envelope is mutable, as fabric8's are, and not thread-safe; spec and status are
 * immutable.
 */
@Group("cluster.open-cluster-management.io")
@Version("v1")
@Kind("ManagedCluster")
@Plural("managedclusters")
@ShortNames({"mcl", "mcls"})
@Column(name = "Hub Accepted", type = "boolean", path = ".spec.hubAcceptsClient")
@Column(name = "Managed Cluster URLs", path = ".spec.managedClusterClientConfigs[*].url")
@Column(name = "Joined", path = ".status.conditions[?(@.type==\"ManagedClusterJoined\")].status")
@Column(name = "Available", path = ".status.conditions[?(@.type==\"ManagedClusterConditionAvailable\")].status")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
public final class ManagedCluster extends CustomResource<ManagedClusterSpec, ManagedClusterStatus> {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<ManagedCluster, ManagedClusterSpec, ManagedClusterStatus, ManagedClusterSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                ManagedCluster::new,
                ManagedClusterSpec::builder,
                ManagedClusterSpec::toBuilder,
                ManagedClusterSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<ManagedCluster, ManagedClusterSpec, ManagedClusterStatus, ManagedClusterSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
