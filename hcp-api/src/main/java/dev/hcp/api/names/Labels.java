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

    /** On cluster roles of a control plane: the namespace of the HostedCluster, for cleaning up. */
    public static final String OWNER_NAMESPACE = "hypershift.openshift.io/owner.namespace";

    /** On cluster roles of a control plane: the name of the HostedCluster, for cleaning up. */
    public static final String OWNER_NAME = "hypershift.openshift.io/owner.name";

    /** On dedicated nodes: the name of the HostedCluster. */
    public static final String DEDICATED_CLUSTER_NAME = "hypershift.openshift.io/cluster-name";

    /** On dedicated nodes: the namespace of the HostedCluster. */
    public static final String DEDICATED_CLUSTER_NAMESPACE = "hypershift.openshift.io/cluster-namespace";

    /** On dedicated nodes: the pair, in two zones, that the node belongs to. */
    public static final String PAIRLABEL = "hypershift.openshift.io/pairlabel";

    /** On dedicated nodes: the memory limit of the API server's runtime. */
    public static final String REQUEST_SERVING_GOMEMLIMIT = "hypershift.openshift.io/request-serving-gomemlimit";

    /** On dedicated nodes: the subnets of the load balancers. */
    public static final String REQUEST_SERVING_SUBNETS = "hypershift.openshift.io/request-serving-subnets";

    /** On deployments that keep dedicated nodes ready: the size that they stand for. */
    public static final String PLACEHOLDER = "hypershift.openshift.io/placeholder";

    /** On services: has a name that external DNS publishes for private clusters. */
    public static final String EXTERNAL_PRIVATE_SERVICE = "hypershift.openshift.io/external-private-service";

    /** On a HostedCluster: it has left what is supported, so metrics say. */
    public static final String LIMITED_SUPPORT = "api.openshift.com/limited-support";

    /** On namespaces: the management cluster monitors what is in them. */
    public static final String CLUSTER_MONITORING = "openshift.io/cluster-monitoring";

    /** On namespaces: the observability operator monitors what is in them. */
    public static final String MONITORING = "hypershift.openshift.io/monitoring";

    /** On namespaces: "false" keeps the pod security labels as they are. */
    public static final String POD_SECURITY_SYNC = "security.openshift.io/scc.podSecurityLabelSync";

    /** In pool selectors of node configuration: all nodes. */
    public static final String MACHINE_CONFIG_POOL_BUILT_IN = "machineconfiguration.openshift.io/mco-built-in";

    /** On secrets: "true" for those that the assisted service looks at. */
    public static final String CAPI_WATCH = "agent-install.openshift.io/watch";

    /** On agents and bare-metal hosts: the InfraEnv that they boot from. */
    public static final String INFRA_ENV = "infraenvs.agent-install.openshift.io";

    /** On agents: the BareMetalHost. */
    public static final String AGENT_BARE_METAL_HOST = "agent-install.openshift.io/bmh";

    /** On agents: the namespace of the ClusterDeployment that they are bound to. */
    public static final String AGENT_CLUSTER_DEPLOYMENT_NAMESPACE =
            "agent-install.openshift.io/clusterdeployment-namespace";

    /** On agents: the AgentMachine that has taken them. */
    public static final String AGENT_MACHINE_REF = "agentMachineRef";

    /** On ClusterDeployments: the AgentCluster that made them. */
    public static final String AGENT_CLUSTER_REF = "agentClusterRef";

    /** Prefix on agents, followed by the key of an AgentClassification. */
    public static final String AGENT_CLASSIFICATION_PREFIX = "agentclassification.agent-install.openshift.io/";

    /** On agents: "true" where a disk is not a hard disk. */
    public static final String INVENTORY_NON_ROTATIONAL_DISK =
            "inventory.agent-install.openshift.io/storage-hasnonrotationaldisk";

    /** On agents: the architecture. */
    public static final String INVENTORY_CPU_ARCHITECTURE = "inventory.agent-install.openshift.io/cpu-architecture";

    /** On agents: "true" where the processor supports virtual machines. */
    public static final String INVENTORY_CPU_VIRTUALIZATION = "inventory.agent-install.openshift.io/cpu-virtenabled";

    /** On agents: who made the host. */
    public static final String INVENTORY_MANUFACTURER = "inventory.agent-install.openshift.io/host-manufacturer";

    /** On agents: the product. */
    public static final String INVENTORY_PRODUCT_NAME = "inventory.agent-install.openshift.io/host-productname";

    /** On agents: "true" where the host is a virtual machine. */
    public static final String INVENTORY_VIRTUAL = "inventory.agent-install.openshift.io/host-isvirtual";

    /** On virtual machines: the KubevirtMachine. */
    public static final String KUBEVIRT_MACHINE_NAME = "capk.cluster.x-k8s.io/kubevirt-machine-name";

    /** On virtual machines: the namespace of the KubevirtMachine. */
    public static final String KUBEVIRT_MACHINE_NAMESPACE = "capk.cluster.x-k8s.io/kubevirt-machine-namespace";

    /** On virtual machines: the machine has failed for good. */
    public static final String KUBEVIRT_VM_IS_TERMINAL = "capk.cluster.x-k8s.io/vm-is-terminal";

    /** On pods: {@code virt-launcher} for those that run a virtual machine. */
    public static final String KUBEVIRT = "kubevirt.io";

    /** On launcher pods: the UID of the virtual machine instance. */
    public static final String KUBEVIRT_CREATED_BY = "kubevirt.io/created-by";

    /** On nodes: "true" where virtual machines can run. */
    public static final String KUBEVIRT_SCHEDULABLE = "kubevirt.io/schedulable";

    /** On launcher pods: the name of the virtual machine. */
    public static final String KUBEVIRT_VM_NAME = "vm.kubevirt.io/name";

    /** On backups: the BackupStorageLocation. */
    public static final String VELERO_STORAGE_LOCATION = "velero.io/storage-location";

    /** On secrets: the hub backs them up. */
    public static final String HUB_BACKUP = "cluster.open-cluster-management.io/backup";

    /** On managed clusters: the set that they belong to. */
    public static final String CLUSTER_SET = "cluster.open-cluster-management.io/clusterset";

    /** On nodes: their name; the domain of what is spread over nodes. */
    public static final String HOST_NAME = "kubernetes.io/hostname";

    private Labels() {}
}
