package dev.hcp.api.names;

/**
 * Labels of a control plane operator image that say what this operator can do, so that the HyperShift operator does
 * not do it too. Operators of 4.17 have them all.
 */
public final class ImageLabels {
    /** One program has all commands. */
    public static final String SUBCOMMANDS = "io.openshift.hypershift.control-plane-operator-subcommands";

    /** The ignition server says whether it is well. */
    public static final String IGNITION_SERVER_HEALTHZ_HANDLER =
            "io.openshift.hypershift.ignition-server-healthz-handler";

    /** It runs the ignition server. */
    public static final String MANAGES_IGNITION_SERVER =
            "io.openshift.hypershift.control-plane-operator-manages-ignition-server";

    /** It runs the machine approver. */
    public static final String MANAGES_CLUSTER_MACHINE_APPROVER =
            "io.openshift.hypershift.control-plane-operator-manages.cluster-machine-approver";

    /** It runs the cluster autoscaler. */
    public static final String MANAGES_CLUSTER_AUTOSCALER =
            "io.openshift.hypershift.control-plane-operator-manages.cluster-autoscaler";

    /** It reads compressed configuration of node pools. */
    public static final String MANAGES_DECOMPRESS_DECODE_CONFIG =
            "io.openshift.hypershift.control-plane-operator-manages.decompress-decode-config";

    /** It labels the pods that may reach the management API server. */
    public static final String APPLIES_MANAGEMENT_KAS_NETWORK_POLICY_LABEL =
            "io.openshift.hypershift.control-plane-operator-applies-management-kas-network-policy-label";

    /** It signs certificates for administrators. */
    public static final String PKI_OPERATOR_SIGNS_CSRS =
            "io.openshift.hypershift.control-plane-pki-operator-signs-csrs";

    /** All its pods run under the restricted pod security standard. */
    public static final String RESTRICTED_PSA = "io.openshift.hypershift.restricted-psa";

    /** It makes the security group of workers. */
    public static final String CREATES_AWS_SG = "io.openshift.hypershift.control-plane-operator-creates-aws-sg";

    /** It writes the proxy that nodes reach the API server by. */
    public static final String SKIPS_HAPROXY = "io.openshift.hypershift.control-plane-operator-skips-haproxy";

    /** It counts the nodes. */
    public static final String REPORTS_NODE_COUNT =
            "io.openshift.hypershift.hosted-cluster-config-operator-reports-node-count";

    private ImageLabels() {}
}
