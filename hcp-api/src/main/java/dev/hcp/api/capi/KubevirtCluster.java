package dev.hcp.api.capi;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Categories;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * The KubeVirt side of a Cluster API cluster. The envelope is mutable, as fabric8's are, and not thread-safe; spec
 * and status are immutable.
 */
@Group("infrastructure.cluster.x-k8s.io")
@Version("v1alpha1")
@Kind("KubevirtCluster")
@Plural("kubevirtclusters")
@Categories({"cluster-api"})
public final class KubevirtCluster extends CustomResource<KubevirtClusterSpec, KubevirtClusterStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<
                    KubevirtCluster, KubevirtClusterSpec, KubevirtClusterStatus, KubevirtClusterSpec.Builder>
            builder() {
        return new ResourceBuilder<>(
                KubevirtCluster::new,
                KubevirtClusterSpec::builder,
                KubevirtClusterSpec::toBuilder,
                KubevirtClusterSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<KubevirtCluster, KubevirtClusterSpec, KubevirtClusterStatus, KubevirtClusterSpec.Builder>
            toBuilder() {
        return builder().from(this);
    }
}
