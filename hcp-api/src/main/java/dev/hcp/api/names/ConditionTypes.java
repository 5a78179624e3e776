package dev.hcp.api.names;

/**
 * Types of conditions on HostedCluster, HostedControlPlane and NodePool.
 */
public final class ConditionTypes {
    /** The control plane serves. */
    public static final String AVAILABLE = "Available";

    /** The cluster is being deployed, upgraded or reconfigured. */
    public static final String PROGRESSING = "Progressing";

    /** The control plane lacks replicas. */
    public static final String DEGRADED = "Degraded";

    /** The guest cluster's version operator makes progress; the opposite of its Failing. */
    public static final String CLUSTER_VERSION_SUCCEEDING = "ClusterVersionSucceeding";

    /** The guest cluster is moving to another version. */
    public static final String CLUSTER_VERSION_PROGRESSING = "ClusterVersionProgressing";

    /** The guest cluster has accepted the release. */
    public static final String CLUSTER_VERSION_RELEASE_ACCEPTED = "ClusterVersionReleaseAccepted";

    /** The guest cluster has reached a version. */
    public static final String CLUSTER_VERSION_AVAILABLE = "ClusterVersionAvailable";

    /** The guest cluster's version operator fails. */
    public static final String CLUSTER_VERSION_FAILING = "ClusterVersionFailing";

    /** The guest cluster may move to the next minor version. */
    public static final String CLUSTER_VERSION_UPGRADEABLE = "ClusterVersionUpgradeable";

    /** Etcd has a quorum. */
    public static final String ETCD_AVAILABLE = "EtcdAvailable";

    /** The snapshot named in the spec has been restored. */
    public static final String ETCD_SNAPSHOT_RESTORED = "EtcdSnapshotRestored";

    /** The API server has replicas. */
    public static final String KUBE_API_SERVER_AVAILABLE = "KubeAPIServerAvailable";

    /** Services and load balancers of the control plane have addresses. */
    public static final String INFRASTRUCTURE_READY = "InfrastructureReady";

    /** The published host name resolves. */
    public static final String EXTERNAL_DNS_REACHABLE = "ExternalDNSReachable";

    /** The control plane operator finds no fault in the configuration. */
    public static final String VALID_HOSTED_CONTROL_PLANE_CONFIGURATION = "ValidHostedControlPlaneConfiguration";

    /** The release has all images that the control plane needs. */
    public static final String VALID_RELEASE_INFO = "ValidReleaseInfo";

    /** The identity providers can be used. */
    public static final String VALID_IDP_CONFIGURATION = "ValidIDPConfiguration";

    /** The operator finds no fault in the configuration. */
    public static final String VALID_CONFIGURATION = "ValidConfiguration";

    /** This operator can run the cluster. */
    public static final String SUPPORTED_HOSTED_CLUSTER = "SupportedHostedCluster";

    /** The release image can be used. */
    public static final String VALID_RELEASE_IMAGE = "ValidReleaseImage";

    /** Machines can fetch their configuration. */
    public static final String IGNITION_ENDPOINT_AVAILABLE = "IgnitionEndpointAvailable";

    /** The object is not paused. */
    public static final String RECONCILIATION_ACTIVE = "ReconciliationActive";

    /** The last pass had no error. */
    public static final String RECONCILIATION_SUCCEEDED = "ReconciliationSucceeded";

    /** The credentials of the platform are there. */
    public static final String PLATFORM_CREDENTIALS_FOUND = "PlatformCredentialsFound";

    /** The etcd that somebody else runs can be used. */
    public static final String UNMANAGED_ETCD_AVAILABLE = "UnmanagedEtcdAvailable";

    /** All is gone, and the grace period runs. */
    public static final String HOSTED_CLUSTER_DESTROYED = "HostedClusterDestroyed";

    /** Cloud resources that the guest cluster made are gone. */
    public static final String CLOUD_RESOURCES_DESTROYED = "CloudResourcesDestroyed";

    /** The guest cluster's version operator has been stopped for deletion. */
    public static final String CVO_SCALED_DOWN = "CVOScaledDown";

    /** AWS accepts the tokens of the cluster. */
    public static final String VALID_AWS_IDENTITY_PROVIDER = "ValidAWSIdentityProvider";

    /** The security group of workers exists. */
    public static final String AWS_DEFAULT_SECURITY_GROUP_CREATED = "AWSDefaultSecurityGroupCreated";

    /** The security group of workers is gone. */
    public static final String AWS_DEFAULT_SECURITY_GROUP_DELETED = "AWSDefaultSecurityGroupDeleted";

    /** The private link endpoint works. */
    public static final String AWS_ENDPOINT_AVAILABLE = "AWSEndpointAvailable";

    /** The private link service works. */
    public static final String AWS_ENDPOINT_SERVICE_AVAILABLE = "AWSEndpointServiceAvailable";

    /** The AWS key can be used. */
    public static final String VALID_AWS_KMS_CONFIG = "ValidAWSKMSConfig";

    /** The Azure key can be used. */
    public static final String VALID_AZURE_KMS_CONFIG = "ValidAzureKMSConfig";

    /** The OIDC documents are published. */
    public static final String VALID_OIDC_CONFIGURATION = "ValidOIDCConfiguration";

    /** The network of the infrastructure cluster carries the packets of the guest. */
    public static final String VALID_KUBEVIRT_INFRA_NETWORK_MTU = "ValidKubeVirtInfraNetworkMTU";

    /** The virtual machines can be moved while they run. */
    public static final String KUBEVIRT_NODES_LIVE_MIGRATABLE = "KubeVirtNodesLiveMigratable";

    /** The size of the cluster is known. */
    public static final String CLUSTER_SIZE_COMPUTED = "ClusterSizeComputed";

    /** Another size is waiting to be applied. */
    public static final String CLUSTER_SIZE_TRANSITION_PENDING = "ClusterSizeTransitionPending";

    /** The node pool scales by itself. */
    public static final String AUTOSCALING_ENABLED = "AutoscalingEnabled";

    /** Unhealthy machines of the node pool are replaced. */
    public static final String AUTOREPAIR_ENABLED = "AutorepairEnabled";

    /** The update strategy of the node pool is supported. */
    public static final String UPDATE_MANAGEMENT_ENABLED = "UpdateManagementEnabled";

    /** There is a boot image for the node pool. */
    public static final String VALID_PLATFORM_IMAGE = "ValidPlatformImage";

    /** The platform has nodes of this architecture. */
    public static final String VALID_ARCH_PLATFORM = "ValidArchPlatform";

    /** The node pool has a security group. */
    public static final String AWS_SECURITY_GROUP_AVAILABLE = "AWSSecurityGroupAvailable";

    /** The machine configuration of the node pool can be used. */
    public static final String VALID_MACHINE_CONFIG = "ValidMachineConfig";

    /** Nodes are moving to another configuration. */
    public static final String UPDATING_CONFIG = "UpdatingConfig";

    /** Nodes are moving to another version. */
    public static final String UPDATING_VERSION = "UpdatingVersion";

    /** Nodes are moving to another machine template. */
    public static final String UPDATING_PLATFORM_MACHINE_TEMPLATE = "UpdatingPlatformMachineTemplate";

    /** The ignition of the node pool has been made. */
    public static final String VALID_GENERATED_PAYLOAD = "ValidGeneratedPayload";

    /** A machine has fetched its ignition. */
    public static final String REACHED_IGNITION_ENDPOINT = "ReachedIgnitionEndpoint";

    /** The tuning of the node pool can be used. */
    public static final String VALID_TUNING_CONFIG = "ValidTuningConfig";

    /** All machines of the node pool are ready. */
    public static final String ALL_MACHINES_READY = "AllMachinesReady";

    /** All nodes of the node pool are healthy. */
    public static final String ALL_NODES_HEALTHY = "AllNodesHealthy";

    /** The address of a machine lies in a network of the cluster. */
    public static final String CLUSTER_NETWORK_CIDR_CONFLICT = "ClusterNetworkCIDRConflict";

    /** The machine template of the node pool can be made. */
    public static final String VALID_MACHINE_TEMPLATE = "ValidMachineTemplate";

    /** The machines of the node pool are as many and as new as they should be. */
    public static final String READY = "Ready";

    /** The cluster has outgrown its size; the reason is the next one. */
    public static final String CLUSTER_SIZE_TRANSITION_REQUIRED = "ClusterSizeTransitionRequired";

    /** The release has all images that the ignition server needs. */
    public static final String IGNITION_SERVER_VALID_RELEASE_INFO = "IgnitionServerValidReleaseInfo";

    /** The performance profile of the node pool is in effect. */
    public static final String PERFORMANCE_PROFILE_AVAILABLE = "performance.operator.openshift.io/Available";

    /** The performance profile of the node pool is being put into effect. */
    public static final String PERFORMANCE_PROFILE_PROGRESSING = "performance.operator.openshift.io/Progressing";

    /** The performance profile does not stand in the way of an upgrade. */
    public static final String PERFORMANCE_PROFILE_UPGRADEABLE = "performance.operator.openshift.io/Upgradeable";

    /** The performance profile of the node pool cannot be put into effect. */
    public static final String PERFORMANCE_PROFILE_DEGRADED = "performance.operator.openshift.io/Degraded";

    private ConditionTypes() {}
}
