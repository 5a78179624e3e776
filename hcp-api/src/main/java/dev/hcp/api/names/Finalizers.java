package dev.hcp.api.names;

/**
 * Finalizers of the kinds in play.
 */
public final class Finalizers {
    /** On HostedCluster, HostedControlPlane and NodePool. */
    public static final String HYPERSHIFT = "hypershift.openshift.io/finalizer";

    /** On a HostedCluster whose OIDC documents have been uploaded. */
    public static final String AWS_OIDC_DISCOVERY = "hypershift.io/aws-oidc-discovery";

    /** On a HostedCluster that the command line tool is destroying. */
    public static final String DESTROY_CLUSTER = "openshift.io/destroy-cluster";

    /** On a HostedCluster with dedicated nodes. */
    public static final String DEDICATED_REQUEST_SERVING_SCHEDULER =
            "hypershift.openshift.io/dedicated-request-serving-scheduler";

    /** On a Machine. */
    public static final String MACHINE = "machine.cluster.x-k8s.io";

    /** On a Cluster API cluster. */
    public static final String CLUSTER = "cluster.cluster.x-k8s.io";

    private Finalizers() {}
}
