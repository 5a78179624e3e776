package dev.hcp.platforms;

/** What a HyperShift operator does only when it is installed so. */
public enum OperatorFeature {
    /** The management cluster's monitoring collects metrics of control plane namespaces. */
    CLUSTER_MONITORING,
    /** Cluster version operators of hosted clusters may read metrics of the management cluster. */
    HOSTED_METRICS_ACCESS,
    /** All control planes are reached through one ingress. */
    SHARED_INGRESS,
    /** Control plane operators write what helps to debug in CI. */
    DEBUG_OUTPUT,
    /** Hosted clusters are labelled with their size, by a default ClusterSizingConfiguration where there is none. */
    CLUSTER_SIZES
}
