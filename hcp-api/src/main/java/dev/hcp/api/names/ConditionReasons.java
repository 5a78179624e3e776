package dev.hcp.api.names;

/**
 * Reasons in the conditions of HostedCluster, HostedControlPlane and NodePool.
 */
public final class ConditionReasons {
    /** All is as it should be. */
    public static final String AS_EXPECTED = "AsExpected";

    /** Not there yet. */
    public static final String WAITING_FOR_AVAILABLE = "WaitingForAvailable";

    /** A change is under way. */
    public static final String PROGRESSING = "Progressing";

    /** A change cannot go on; the message says what is in the way. */
    public static final String BLOCKED = "Blocked";

    /** Nothing is known. */
    public static final String STATUS_UNKNOWN = "StatusUnknown";

    /** Deployments lack replicas. */
    public static final String UNAVAILABLE_REPLICAS = "UnavailableReplicas";

    /** Taken over from the guest cluster, which gave no reason. */
    public static final String FROM_CLUSTER_VERSION = "FromClusterVersion";

    /** The configuration has faults; the message lists them. */
    public static final String INVALID_CONFIGURATION = "InvalidConfiguration";

    /** This operator cannot run the cluster. */
    public static final String UNSUPPORTED_HOSTED_CLUSTER = "UnsupportedHostedCluster";

    /** A secret is missing. */
    public static final String SECRET_NOT_FOUND = "SecretNotFound";

    /** The release image cannot be used. */
    public static final String INVALID_IMAGE = "InvalidImage";

    /** The architectures of the release image are not known. */
    public static final String PAYLOAD_ARCH_NOT_FOUND = "PayloadArchNotFound";

    /** Something is missing; the message says what. */
    public static final String NOT_FOUND = "NotFound";

    /** The text is neither a boolean nor a time, and does not pause. */
    public static final String INVALID_PAUSED_UNTIL_VALUE = "InvalidPausedUntilValue";

    /** The object is paused. */
    public static final String RECONCILIATION_PAUSED = "ReconciliationPaused";

    /** A pass without error; the spelling is the reference's. */
    public static final String RECONCILIATION_SUCCEEDED = "ReconciliatonSucceeded";

    /** The last pass failed; the message is its error. */
    public static final String RECONCILIATION_ERROR = "ReconciliationError";

    /** The credentials of the platform are missing. */
    public static final String PLATFORM_CREDENTIALS_NOT_FOUND = "PlatformCredentialsNotFound";

    /** The etcd that somebody else runs can be used. */
    public static final String UNMANAGED_ETCD_AS_EXPECTED = "UnmanagedEtcdAsExpected";

    /** The etcd that somebody else runs cannot be used. */
    public static final String UNMANAGED_ETCD_MISCONFIGURED = "UnmanagedEtcdMisconfigured";

    /** All is gone, and the grace period runs. */
    public static final String WAITING_FOR_GRACE_PERIOD = "WaitingForGracePeriod";

    /** Cloud resources are left. */
    public static final String REMAINING_CLOUD_RESOURCES = "RemainingCloudResources";

    /** Removing cloud resources failed. */
    public static final String ERROR_OCCURRED = "ErrorOccurred";

    /** All cloud resources are gone. */
    public static final String CLOUD_RESOURCES_DESTROYED = "CloudResourcesDestroyed";

    /** AWS does not accept the tokens of the cluster. */
    public static final String INVALID_IDENTITY_PROVIDER = "InvalidIdentityProvider";

    /** AWS answered with an error. */
    public static final String AWS_ERROR = "AWSError";

    /** AWS did as asked. */
    public static final String AWS_SUCCESS = "AWSSuccess";

    /** A role cannot be assumed. */
    public static final String INVALID_IAM_ROLE = "InvalidIAMRole";

    /** The OIDC documents could not be published. */
    public static final String OIDC_CONFIGURATION_INVALID = "OIDCConfigurationInvalid";

    /** Azure does not accept the credentials. */
    public static final String INVALID_AZURE_CREDENTIALS = "InvalidAzureCredentials";

    /** Azure answered with an error. */
    public static final String AZURE_ERROR = "AzureError";

    /** Packets of the guest are larger than the infrastructure carries well. */
    public static final String KUBEVIRT_SUBOPTIMAL_MTU_DETECTED = "KubeVirtSuboptimalMTUDetected";

    /** Some virtual machines cannot be moved while they run. */
    public static final String KUBEVIRT_NODES_NOT_LIVE_MIGRATABLE = "KubeVirtNodesNotLiveMigratable";

    /** The management cluster lacks something, such as routes. */
    public static final String INSUFFICIENT_CLUSTER_CAPABILITIES = "InsufficientClusterCapabilities";

    /** Etcd has not been created. */
    public static final String STATEFUL_SET_NOT_FOUND = "StatefulSetNotFound";

    /** Enough etcd members are ready. */
    public static final String QUORUM_AVAILABLE = "QuorumAvailable";

    /** Too few etcd members are ready. */
    public static final String ETCD_WAITING_FOR_QUORUM = "EtcdWaitingForQuorum";

    /** Etcd is taken to be running. */
    public static final String ETCD_RUNNING = "EtcdRunning";

    /** The state of the infrastructure could not be read. */
    public static final String INFRA_STATUS_FAILURE = "InfraStatusFailure";

    /** Services have no addresses yet. */
    public static final String WAITING_ON_INFRASTRUCTURE_READY = "WaitingOnInfrastructureReady";

    /** The published host name does not resolve. */
    public static final String EXTERNAL_DNS_HOST_NOT_REACHABLE = "ExternalDNSHostNotReachable";

    /** The release lacks images. */
    public static final String MISSING_RELEASE_IMAGES = "MissingReleaseImages";

    /** The identity providers can be used. */
    public static final String IDP_CONFIGURATION_VALID = "IDPConfigurationValid";

    /** An identity provider cannot be used. */
    public static final String IDP_CONFIGURATION_ERROR = "IDPConfigurationError";

    /** The version operator has been stopped. */
    public static final String CVO_SCALED_DOWN = "CVOScaledDown";

    /** The administrator's kubeconfig is not there yet. */
    public static final String KUBECONFIG_WAITING_FOR_CREATE = "KubeconfigWaitingForCreate";

    /** A check failed; the message says which. */
    public static final String VALIDATION_FAILED = "ValidationFailed";

    /** The control plane has no ignition address yet. */
    public static final String IGNITION_ENDPOINT_MISSING = "IgnitionEndpointMissing";

    /** The certificate of the ignition server is not there yet. */
    public static final String IGNITION_CA_CERT_MISSING = "IgnitionCACertMissing";

    /** The platform has no nodes of this architecture. */
    public static final String INVALID_ARCH_PLATFORM = "InvalidArchPlatform";

    /** The security group of workers is not there yet. */
    public static final String DEFAULT_SGNOT_READY = "DefaultSGNotReady";

    /** The ignition could not be made from the configuration. */
    public static final String INVALID_CONFIG = "InvalidConfig";

    /** No machine has fetched its ignition yet. */
    public static final String IGNITION_NOT_REACHED = "ignitionNotReached";

    /** The node pool is not paused. */
    public static final String RECONCILIATION_ACTIVE = "ReconciliationActive";

    /** Machines could not be listed. */
    public static final String FAILED_TO_GET = "FailedToGet";

    /** The KubeVirt machine template could not be made. */
    public static final String INVALID_KUBEVIRT_MACHINE_TEMPLATE = "InvalidKubevirtMachineTemplate";

    /** The OpenStack machine template could not be made. */
    public static final String INVALID_OPEN_STACK_MACHINE_TEMPLATE = "InvalidOpenStackMachineTemplate";

    /** The API server does not answer where it is published. */
    public static final String KAS_LOAD_BALANCER_NOT_REACHABLE = "KASLoadBalancerNotReachable";

    /** The cluster has the size that it should have. */
    public static final String CLUSTER_SIZE_TRANSITIONED = "ClusterSizeTransitioned";

    /** A change of size has to wait a little. */
    public static final String TRANSITION_DELAY_NOT_ELAPSED = "TransitionDelayNotElapsed";

    /** A change of size has to wait for those of other clusters. */
    public static final String CONCURRENCY_LIMIT_REACHED = "ConcurrencyLimitReached";

    private ConditionReasons() {}
}
