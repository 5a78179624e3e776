package dev.hcp.platforms;

import java.util.Map;
import java.util.TreeMap;

/** What a control plane operator can do, announced by a label of its image. Those of 4.17 announce all. */
public enum OperatorCapability {
    /** Takes its sub-commands from one image. */
    SUBCOMMANDS("control-plane-operator-subcommands"),
    /** Its ignition server answers health checks. */
    IGNITION_SERVER_HEALTHZ("ignition-server-healthz-handler"),
    /** Creates the ignition server. */
    MANAGES_IGNITION_SERVER("control-plane-operator-manages-ignition-server"),
    /** Creates the machine approver. */
    MANAGES_MACHINE_APPROVER("control-plane-operator-manages.cluster-machine-approver"),
    /** Creates the cluster autoscaler. */
    MANAGES_AUTOSCALER("control-plane-operator-manages.cluster-autoscaler"),
    /** Decompresses and decodes node configuration itself. */
    DECODES_CONFIG("control-plane-operator-manages.decompress-decode-config"),
    /** Labels pods that talk to the management cluster's API server. */
    LABELS_MANAGEMENT_API_ACCESS("control-plane-operator-applies-management-kas-network-policy-label"),
    /** Its PKI operator signs certificate requests. */
    SIGNS_REQUESTS("control-plane-pki-operator-signs-csrs"),
    /** Runs in a namespace with the restricted pod security profile. */
    RESTRICTED_PODS("restricted-psa"),
    /** Creates the default security group on AWS. */
    CREATES_AWS_SECURITY_GROUP("control-plane-operator-creates-aws-sg"),
    /** Writes the load balancer configuration of nodes itself. */
    SKIPS_HAPROXY("control-plane-operator-skips-haproxy"),
    /** Reports the number of nodes. */
    REPORTS_NODE_COUNT("hosted-cluster-config-operator-reports-node-count");

    private final String label;

    OperatorCapability(String name) {
        this.label = "io.openshift.hypershift." + name;
    }

    /** The label that announces it. */
    public String label() {
        return label;
    }

    /** The image labels of an operator with every capability. */
    public static Map<String, String> allLabels() {
        Map<String, String> labels = new TreeMap<>();
        for (OperatorCapability capability : values()) {
            labels.put(capability.label, "true");
        }
        return labels;
    }
}
