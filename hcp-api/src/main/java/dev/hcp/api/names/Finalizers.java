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

    /** On an AWSEndpointService: the operator has still to remove the service of the private link. */
    public static final String HYPERSHIFT_OPERATOR = "hypershift.openshift.io/hypershift-operator-finalizer";

    /** On an AWSEndpointService: what the control plane operator made for it in the user's account has still to go. */
    public static final String CONTROL_PLANE_OPERATOR = "hypershift.openshift.io/control-plane-operator-finalizer";

    /** On an Agent: its node has still to leave the cluster. */
    public static final String AGENT = "agent.agent-install.openshift.io/ai-deprovision";

    /** On an AgentCluster. */
    public static final String AGENT_CLUSTER = "agentclustercapi-provider.agent-install.openshift.io/deprovision";

    /** On an AgentMachine: its agent has still to be given back. */
    public static final String AGENT_MACHINE = "agentmachine.agent-install.openshift.io/deprovision";

    /** On a BareMetalHost whose agent has still to be removed. */
    public static final String BARE_METAL_HOST_AGENT = "bmac.agent-install.openshift.io/deprovision";

    /** On a BareMetalHost. */
    public static final String BARE_METAL_HOST = "baremetalhost.metal3.io";

    /** On a KubevirtCluster. */
    public static final String KUBEVIRT_CLUSTER = "kubevirtcluster.infrastructure.cluster.x-k8s.io";

    /** On a KubevirtMachine. */
    public static final String KUBEVIRT_MACHINE = "kubevirtmachine.infrastructure.cluster.x-k8s.io";

    /** On a VirtualMachine. */
    public static final String VIRTUAL_MACHINE = "kubevirt.io/virtualMachineControllerFinalize";

    /** On an AWSCluster. */
    public static final String AWS_CLUSTER = "awscluster.infrastructure.cluster.x-k8s.io";

    /** On an AWSMachine. */
    public static final String AWS_MACHINE = "awsmachine.infrastructure.cluster.x-k8s.io";

    private Finalizers() {}
}
