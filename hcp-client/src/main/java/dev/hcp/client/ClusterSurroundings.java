package dev.hcp.client;

import dev.hcp.api.ocm.ManagedCluster;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/** What there is of a hosted cluster on the management cluster before it, and beside it. */
final class ClusterSurroundings {
    private final KubernetesClient kubernetes;
    private final HostedClusterResource cluster;

    ClusterSurroundings(KubernetesClient kubernetes, HostedClusterResource cluster) {
        this.kubernetes = kubernetes;
        this.cluster = cluster;
    }

    Namespace createNamespace() {
        String name = cluster.controlPlaneNamespace();
        Namespace wanted = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
        return Failures.explain(
                "create namespace " + name, () -> kubernetes.resource(wanted).patch(Patches.APPLY));
    }

    void deleteManagedCluster() {
        Failures.explain("delete the managed cluster of " + cluster, () -> kubernetes
                .resources(ManagedCluster.class)
                .withName(cluster.name())
                .delete());
    }
}
