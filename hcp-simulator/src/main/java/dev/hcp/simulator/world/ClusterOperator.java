package dev.hcp.simulator.world;

import java.util.List;

/**
 * A cluster operator of a hosted cluster.
 *
 * @param name its name
 * @param onNodes whether what it operates runs on the cluster's own nodes, so that it waits for one
 */
record ClusterOperator(String name, boolean onNodes) {
    /** Those of a hosted cluster, by name. */
    static final List<ClusterOperator> ALL = List.of(
            new ClusterOperator("console", true),
            new ClusterOperator("csi-snapshot-controller", true),
            new ClusterOperator("dns", true),
            new ClusterOperator("image-registry", true),
            new ClusterOperator("ingress", true),
            new ClusterOperator("insights", true),
            new ClusterOperator("kube-apiserver", false),
            new ClusterOperator("kube-controller-manager", false),
            new ClusterOperator("kube-scheduler", false),
            new ClusterOperator("kube-storage-version-migrator", true),
            new ClusterOperator("monitoring", true),
            new ClusterOperator("network", true),
            new ClusterOperator("node-tuning", true),
            new ClusterOperator("openshift-apiserver", false),
            new ClusterOperator("openshift-controller-manager", false),
            new ClusterOperator("openshift-samples", true),
            new ClusterOperator("operator-lifecycle-manager", false),
            new ClusterOperator("operator-lifecycle-manager-catalog", false),
            new ClusterOperator("operator-lifecycle-manager-packageserver", false),
            new ClusterOperator("service-ca", true),
            new ClusterOperator("storage", true));
}
