package dev.hcp.api.capi.aws;

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
 * The AWS side of a cluster. HyperShift makes it and says that it is ready; the provider changes nothing. The
 * envelope is mutable, as fabric8's are, and not thread-safe; spec and status are immutable.
 */
@Group("infrastructure.cluster.x-k8s.io")
@Version("v1beta2")
@Kind("AWSCluster")
@Plural("awsclusters")
@ShortNames({"awsc"})
@Categories({"cluster-api"})
@Column(name = "Cluster", path = ".metadata.labels.cluster\\.x-k8s\\.io/cluster-name")
@Column(name = "Ready", path = ".status.ready")
@Column(name = "VPC", path = ".spec.network.vpc.id")
@Column(name = "Endpoint", path = ".spec.controlPlaneEndpoint", priority = 1)
@Column(name = "Bastion IP", path = ".status.bastion.publicIp")
public final class AwsCluster extends CustomResource<AwsClusterSpec, AwsClusterStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<AwsCluster, AwsClusterSpec, AwsClusterStatus, AwsClusterSpec.Builder> builder() {
        return new ResourceBuilder<>(
                AwsCluster::new, AwsClusterSpec::builder, AwsClusterSpec::toBuilder, AwsClusterSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<AwsCluster, AwsClusterSpec, AwsClusterStatus, AwsClusterSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
