package dev.hcp.api.names;

/**
 * Labels by which the operators find things.
 */
public final class Labels {
    /** On nodes and configuration: the name of the node pool. */
    public static final String NODE_POOL = "hypershift.openshift.io/nodePool";

    /** Prefix on Machines: what follows is a label of the node. */
    public static final String MANAGED_NODE_LABEL_PREFIX = "managed.hypershift.openshift.io.";

    /** On ConfigMaps: core machine configuration of all node pools. */
    public static final String CORE_IGNITION_CONFIG = "hypershift.openshift.io/core-ignition-config";

    /** On ConfigMaps: tuning of a node pool. */
    public static final String TUNED_CONFIG = "hypershift.openshift.io/tuned-config";

    /** On ConfigMaps: the performance profile of a node pool. */
    public static final String PERFORMANCEPROFILE_CONFIG = "hypershift.openshift.io/performanceprofile-config";

    /** On ConfigMaps: machine configuration that the node tuning operator made. */
    public static final String NTO_GENERATED_MACHINE_CONFIG = "hypershift.openshift.io/nto-generated-machine-config";

    /** On ConfigMaps: the state of a performance profile. */
    public static final String NTO_GENERATED_PERFORMANCE_PROFILE_STATUS =
            "hypershift.openshift.io/nto-generated-performance-profile-status";

    /** On ConfigMaps: container runtime configuration of a node pool. */
    public static final String CONTAINERRUNTIMECONFIG_CONFIG = "hypershift.openshift.io/containerruntimeconfig-config";

    /** On ConfigMaps: configuration copied from the namespace of the node pool. */
    public static final String MIRRORED_CONFIG = "hypershift.openshift.io/mirrored-config";

    /** On DataVolumes and claims: holds the operating system of a node. */
    public static final String IS_KUBEVIRT_RHCOS = "hypershift.openshift.io/is-kubevirt-rhcos";

    /** On DataVolumes: what a boot image is for. */
    public static final String KUBEVIRT_BOOT_IMAGE_ROLE = "hypershift.openshift.io/kubevirt-boot-image-role";

    /** On DataVolumes: the UID of the node pool they serve. */
    public static final String NODEPOOL_UID = "hypershift.openshift.io/nodepool-uid";

    /** On virtual machines: the infrastructure ID of the cluster. */
    public static final String INFRA_ID = "hypershift.openshift.io/infra-id";

    /** On virtual machines: the name of the node pool. */
    public static final String NODEPOOL_NAME = "hypershift.openshift.io/nodepool-name";

    /** On secrets of the command line tool: deleted with the cluster. */
    public static final String SAFE_TO_DELETE_WITH_CLUSTER = "hypershift.openshift.io/safe-to-delete-with-cluster";

    /** On secrets of the command line tool: the infrastructure ID they were made for. */
    public static final String AUTO_CREATED_FOR_INFRA = "hypershift.openshift.io/auto-created-for-infra";

    /** On the ConfigMap that lists the supported versions. */
    public static final String SUPPORTED_VERSIONS = "hypershift.openshift.io/supported-versions";

    /** On a HostedCluster: its size. */
    public static final String HOSTED_CLUSTER_SIZE = "hypershift.openshift.io/hosted-cluster-size";

    /** On a Node: the size of clusters it is for. */
    public static final String CLUSTER_SIZE = "hypershift.openshift.io/cluster-size";

    /** On nodes and pods that serve requests of a dedicated control plane. */
    public static final String REQUEST_SERVING_COMPONENT = "hypershift.openshift.io/request-serving-component";

    /** On nodes that run control planes. */
    public static final String CONTROL_PLANE = "hypershift.openshift.io/control-plane";

    /** On pods: the component they belong to. */
    public static final String CONTROL_PLANE_COMPONENT = "hypershift.openshift.io/control-plane-component";

    /** On pods: the operator component they belong to. */
    public static final String OPERATOR_COMPONENT = "hypershift.openshift.io/operator-component";

    /** On deployments: who keeps them. */
    public static final String MANAGED_BY = "hypershift.openshift.io/managed-by";

    /** On pods and routes: the control plane namespace. */
    public static final String HOSTED_CONTROL_PLANE = "hypershift.openshift.io/hosted-control-plane";

    /** On pods: may reach the management API server. */
    public static final String NEED_MANAGEMENT_KAS_ACCESS = "hypershift.openshift.io/need-management-kas-access";

    /** On pods: may reach the metrics server. */
    public static final String NEED_METRICS_SERVER_ACCESS = "hypershift.openshift.io/need-metrics-server-access";

    /** On services: may be called by webhooks of the guest cluster. */
    public static final String ALLOW_GUEST_WEBHOOKS = "hypershift.openshift.io/allow-guest-webhooks";

    /** On routes: served inside only. */
    public static final String INTERNAL_ROUTE = "hypershift.openshift.io/internal-route";

    /** On routes: {@code private} for those that external DNS must not publish. */
    public static final String ROUTE_VISIBILITY = "hypershift.openshift.io/route-visibility";

    /** On a HostedCluster: its alerts are silenced. */
    public static final String SILENCE_CLUSTER_ALERTS = "hypershift.openshift.io/silence-cluster-alerts";

    /** On nodes: the control plane namespace they are dedicated to. */
    public static final String CLUSTER = "hypershift.openshift.io/cluster";

    /** The Cluster API cluster that an object belongs to. */
    public static final String CLUSTER_NAME = "cluster.x-k8s.io/cluster-name";

    /** On machines and sets: the machine deployment. */
    public static final String CAPI_DEPLOYMENT_NAME = "cluster.x-k8s.io/deployment-name";

    /** On machines: the machine set. */
    public static final String CAPI_SET_NAME = "cluster.x-k8s.io/set-name";

    private Labels() {}
}
