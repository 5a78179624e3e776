package dev.hcp.api.names;

/**
 * Annotations that users set to change what the operators do, and those by which the operators remember and find
 * things. Unless said otherwise they stand on a HostedCluster.
 */
public final class Annotations {
    /** Certificates and keys are left alone. */
    public static final String DISABLE_PKI_RECONCILIATION = "hypershift.openshift.io/disable-pki-reconciliation";

    /** The version of the release is not checked against what is supported. */
    public static final String SKIP_RELEASE_IMAGE_VALIDATION = "hypershift.openshift.io/skip-release-image-validation";

    /** Prefix, followed by the name of an identity provider: its endpoints, as JSON. */
    public static final String IDP_OVERRIDES_PREFIX = "idpoverrides.hypershift.openshift.io/";

    /** The login URL that users see. */
    public static final String LOGIN_URL_OVERRIDE = "oauth.hypershift.openshift.io/login-url-override";

    /** A Go duration for which a deleted cluster keeps its finalizer after everything is gone. */
    public static final String DESTROY_GRACE_PERIOD = "hypershift.openshift.io/destroy-grace-period";

    /** Priority class of ordinary control plane pods. */
    public static final String CONTROL_PLANE_PRIORITY_CLASS = "hypershift.openshift.io/control-plane-priority-class";

    /** Priority class of the API servers. */
    public static final String API_CRITICAL_PRIORITY_CLASS = "hypershift.openshift.io/api-critical-priority-class";

    /** Priority class of etcd. */
    public static final String ETCD_PRIORITY_CLASS = "hypershift.openshift.io/etcd-priority-class";

    /** Image of the konnectivity server. */
    public static final String KONNECTIVITY_SERVER_IMAGE = "hypershift.openshift.io/konnectivity-server-image";

    /** Image of the konnectivity agent. */
    public static final String KONNECTIVITY_AGENT_IMAGE = "hypershift.openshift.io/konnectivity-agent-image";

    /** Image of the control plane operator. */
    public static final String CONTROL_PLANE_OPERATOR_IMAGE = "hypershift.openshift.io/control-plane-operator-image";

    /** Labels of that image as {@code k=v,k2=v2}, where the image cannot be looked at. */
    public static final String CONTROL_PLANE_OPERATOR_IMAGE_LABELS =
            "hypershift.openshift.io/control-plane-operator-image-labels";

    /** Copied to pod templates: a new value restarts the control plane. */
    public static final String RESTART_DATE = "hypershift.openshift.io/restart-date";

    /** Image of the Cluster API manager. */
    public static final String CAPI_MANAGER_IMAGE = "hypershift.openshift.io/capi-manager-image";

    /** Image of the cluster autoscaler. */
    public static final String CLUSTER_AUTOSCALER_IMAGE = "hypershift.openshift.io/cluster-autoscaler-image";

    /** Image of the machine approver. */
    public static final String MACHINE_APPROVER_IMAGE = "hypershift.openshift.io/machine-approver-image";

    /** Image of the AWS key management plug-in. */
    public static final String AWS_KMS_PROVIDER_IMAGE = "hypershift.openshift.io/aws-kms-provider-image";

    /** Image of the IBM Cloud key management plug-in. */
    public static final String IBMCLOUD_KMS_PROVIDER_IMAGE = "hypershift.openshift.io/ibmcloud-kms-provider-image";

    /** Image of the portieris admission controller. */
    public static final String PORTIERIS_IMAGE = "hypershift.openshift.io/portieris-image";

    /** "true" makes the default ingress controller private. */
    public static final String PRIVATE_INGRESS_CONTROLLER = "hypershift.openshift.io/private-ingress-controller";

    /** Internal or External: the scope of the ingress load balancer. */
    public static final String INGRESS_CONTROLLER_LOAD_BALANCER_SCOPE =
            "hypershift.openshift.io/ingress-controller-load-balancer-scope";

    /** Image of the certified operators catalogue, by digest; all four catalogue images go together. */
    public static final String CERTIFIED_OPERATORS_CATALOG_IMAGE =
            "hypershift.openshift.io/certified-operators-catalog-image";

    /** Image of the community operators catalogue, by digest. */
    public static final String COMMUNITY_OPERATORS_CATALOG_IMAGE =
            "hypershift.openshift.io/community-operators-catalog-image";

    /** Image of the marketplace catalogue, by digest. */
    public static final String REDHAT_MARKETPLACE_CATALOG_IMAGE =
            "hypershift.openshift.io/redhat-marketplace-catalog-image";

    /** Image of the Red Hat operators catalogue, by digest. */
    public static final String REDHAT_OPERATORS_CATALOG_IMAGE =
            "hypershift.openshift.io/redhat-operators-catalog-image";

    /** Registries of catalogue image streams to replace, as {@code src=dst,src2=dst2}. */
    public static final String OLM_CATALOGS_IS_REGISTRY_OVERRIDES =
            "hypershift.openshift.io/olm-catalogs-is-registry-overrides";

    /** Image of the AWS machine provider. */
    public static final String CAPI_PROVIDER_AWS_IMAGE = "hypershift.openshift.io/capi-provider-aws-image";

    /** Image of the KubeVirt machine provider. */
    public static final String CAPI_PROVIDER_KUBEVIRT_IMAGE = "hypershift.openshift.io/capi-provider-kubevirt-image";

    /** Image of the agent machine provider. */
    public static final String CAPI_PROVIDER_AGENT_IMAGE = "hypershift.openshift.io/capi-provider-agent-image";

    /** Image of the Azure machine provider. */
    public static final String CAPI_PROVIDER_AZURE_IMAGE = "hypershift.openshift.io/capi-provider-azure-image";

    /** Image of the PowerVS machine provider. */
    public static final String CAPI_PROVIDER_POWERVS_IMAGE = "hypershift.openshift.io/capi-provider-powervs-image";

    /** Image of the OpenStack machine provider. */
    public static final String CAPI_PROVIDER_OPENSTACK_IMAGE = "hypershift.openshift.io/capi-provider-openstack-image";

    /** A release image to which an upgrade is let through although the cluster says it is not upgradeable. */
    public static final String FORCE_UPGRADE_TO = "hypershift.openshift.io/force-upgrade-to";

    /** Components, separated by commas, whose profiling endpoints are off. */
    public static final String DISABLE_PROFILING = "hypershift.openshift.io/disable-profiling";

    /** "true": cloud resources that the guest cluster made are destroyed with it. */
    public static final String CLEANUP_CLOUD_RESOURCES = "hypershift.openshift.io/cleanup-cloud-resources";

    /** Prefix, followed by {@code deployment.container}: its requests, as {@code memory=3Gi,cpu=2000m}. */
    public static final String RESOURCE_REQUEST_OVERRIDE_PREFIX = "resource-request-override.hypershift.openshift.io/";

    /** Boot images not meant for KubeVirt are accepted. On a HostedCluster or a NodePool. */
    public static final String ALLOW_UNSUPPORTED_KUBEVIRT_RHCOS_VARIANTS =
            "hypershift.openshift.io/allow-unsupported-kubevirt-rhcos-variants";

    /** Images of single components, as {@code component=ref,...}. */
    public static final String IMAGE_OVERRIDES = "hypershift.openshift.io/image-overrides";

    /** The pull secret of the guest cluster is made when missing, but not changed. */
    public static final String ENSUREEXISTS_PULLSECRET_RECONCILE =
            "hypershift.openshift.io/ensureexists-pullsecret-reconcile";

    /** The topology of the control plane, such as {@code dedicated-request-serving-components}. */
    public static final String TOPOLOGY = "hypershift.openshift.io/topology";

    /** "true" once the scheduler has found nodes for a dedicated control plane. */
    public static final String CLUSTER_SCHEDULED = "hypershift.openshift.io/cluster-scheduled";

    /** More labels that request serving nodes must have, as {@code k=v,...}. */
    public static final String REQUEST_SERVING_NODE_ADDITIONAL_SELECTOR =
            "hypershift.openshift.io/request-serving-node-additional-selector";

    /** No Cluster API manager, provider, autoscaler or machine approver is run. */
    public static final String DISABLE_MACHINE_MANAGEMENT = "hypershift.openshift.io/disable-machine-management";

    /** Restricted, Baseline or Privileged for the control plane namespace. */
    public static final String POD_SECURITY_ADMISSION_LABEL_OVERRIDE =
            "hypershift.openshift.io/pod-security-admission-label-override";

    /** No service or pod monitors are made. */
    public static final String DISABLE_MONITORING_SERVICES = "hypershift.openshift.io/disable-monitoring-services";

    /** A JSON patch of the virtual machine template; that of the HostedCluster goes before that of the NodePool. */
    public static final String KUBEVIRT_VM_JSONPATCH = "hypershift.openshift.io/kubevirt-vm-jsonpatch";

    /** Garbage collection target of the API server. */
    public static final String KUBE_APISERVER_GOGC = "hypershift.openshift.io/kube-apiserver-gogc";

    /** Memory limit of the API server's runtime. */
    public static final String KUBE_APISERVER_GOMEMLIMIT = "hypershift.openshift.io/kube-apiserver-gomemlimit";

    /** Log level of the API server. */
    public static final String KUBE_APISERVER_VERBOSITY_LEVEL =
            "hypershift.openshift.io/kube-apiserver-verbosity-level";

    /** Reading requests that the API server handles at once. */
    public static final String KUBE_APISERVER_MAX_REQUESTS_INFLIGHT =
            "hypershift.openshift.io/kube-apiserver-max-requests-inflight";

    /** Writing requests that the API server handles at once. */
    public static final String KUBE_APISERVER_MAX_MUTATING_REQUESTS_INFLIGHT =
            "hypershift.openshift.io/kube-apiserver-max-mutating-requests-inflight";

    /** Subnets of the load balancers on AWS. */
    public static final String AWS_LOAD_BALANCER_SUBNETS = "hypershift.openshift.io/aws-load-balancer-subnets";

    /** The platform of the management cluster; set by the operator. */
    public static final String MANAGEMENT_PLATFORM = "hypershift.openshift.io/management-platform";

    /** Time after which a machine counts as unhealthy. On a NodePool or a HostedCluster; the NodePool wins. */
    public static final String MACHINE_HEALTH_CHECK_TIMEOUT = "hypershift.openshift.io/machine-health-check-timeout";

    /**
     * How many machines may be unhealthy before none is replaced. On a NodePool or a HostedCluster; the NodePool
     * wins.
     */
    public static final String MACHINE_HEALTH_CHECK_MAX_UNHEALTHY =
            "hypershift.openshift.io/machine-health-check-max-unhealthy";

    /** The size of the cluster, whatever its node count. */
    public static final String CLUSTER_SIZE_OVERRIDE = "hypershift.openshift.io/cluster-size-override";

    /** "true" keeps the control plane namespace when the cluster is deleted. */
    public static final String SKIP_DELETE_HOSTED_CONTROLPLANE_NAMESPACE =
            "hypershift.openshift.io/skip-delete-hosted-controlplane-namespace";

    /** How long certificates are valid, a Go duration; a year by default. */
    public static final String CERTIFICATE_VALIDITY = "hypershift.openshift.io/certificate-validity";

    /** The share of the validity, from 0 to 1, after which certificates are renewed. */
    public static final String CERTIFICATE_RENEWAL = "hypershift.openshift.io/certificate-renewal";

    /** Deployments, separated by commas, that are scaled to none. */
    public static final String DEBUG_DEPLOYMENTS = "hypershift.openshift.io/debug-deployments";

    /** Only the operator that is configured for this scope handles the object. */
    public static final String SCOPE = "hypershift.openshift.io/scope";

    /** "true" since the cluster was available for the first time; set by the operator. */
    public static final String HAS_BEEN_AVAILABLE = "hypershift.openshift.io/HasBeenAvailable";

    /** The cluster that an object belongs to, as {@code namespace/name}; set by the operator. */
    public static final String CLUSTER = "hypershift.openshift.io/cluster";

    /** On a HostedControlPlane, "true" while no node pool scales by itself; set by the operator. */
    public static final String DISABLE_CLUSTER_AUTOSCALER = "hypershift.openshift.io/disable-cluster-autoscaler";

    /** On pods: the release image they come from. */
    public static final String RELEASE_IMAGE = "hypershift.openshift.io/release-image";

    /** The node pool that an object belongs to, as {@code namespace/name}. */
    public static final String NODE_POOL = "hypershift.openshift.io/nodePool";

    /** On a NodePool: the hash of the configuration that its nodes run. */
    public static final String NODE_POOL_CURRENT_CONFIG = "hypershift.openshift.io/nodePoolCurrentConfig";

    /** On a NodePool or MachineSet: the hash of configuration and version that its nodes run. */
    public static final String NODE_POOL_CURRENT_CONFIG_VERSION =
            "hypershift.openshift.io/nodePoolCurrentConfigVersion";

    /** On a NodePool: the name of the machine template in use. */
    public static final String NODE_POOL_PLATFORM_MACHINE_TEMPLATE =
            "hypershift.openshift.io/nodePoolPlatformMachineTemplate";

    /** On a MachineSet: the hash of configuration and version that an in-place upgrade goes to. */
    public static final String NODE_POOL_TARGET_CONFIG_VERSION = "hypershift.openshift.io/nodePoolTargetConfigVersion";

    /** On a MachineSet: how many nodes an in-place upgrade may take at once. */
    public static final String NODE_POOL_MAX_UNAVAILABLE = "hypershift.openshift.io/nodePoolMaxUnavailable";

    /** On a MachineSet: an in-place upgrade is under way; why. */
    public static final String NODE_POOL_UPGRADE_IN_PROGRESS_TRUE =
            "hypershift.openshift.io/nodePoolUpgradeInProgressTrue";

    /** On a MachineSet: no in-place upgrade is under way; why. */
    public static final String NODE_POOL_UPGRADE_IN_PROGRESS_FALSE =
            "hypershift.openshift.io/nodePoolUpgradeInProgressFalse";

    /** On a Machine: the taints of its node, as JSON. */
    public static final String NODE_POOL_TAINTS = "hypershift.openshift.io/nodePoolTaints";

    /** On a Node: labels and taints of the node pool have been put on it. */
    public static final String LABELS_SYNCED = "hypershift.openshift.io/labelsSynced";

    /** On a token Secret: marks it for the ignition server. */
    public static final String IGNITION_CONFIG = "hypershift.openshift.io/ignition-config";

    /** On a token Secret: the upgrade type of the node pool. */
    public static final String NODE_POOL_UPGRADE_TYPE = "hypershift.openshift.io/node-pool-upgrade-type";

    /** On a token Secret: when the token was made or rotated. */
    public static final String LAST_TOKEN_GENERATION_TIME = "hypershift.openshift.io/last-token-generation-time";

    /** On a token Secret: a machine has fetched its ignition. */
    public static final String IGNITION_REACHED = "hypershift.openshift.io/ignition-reached";

    /** On a token Secret: when a replaced token is to be deleted. */
    public static final String IGNITION_TOKEN_EXPIRATION_TIMESTAMP =
            "hypershift.openshift.io/ignition-token-expiration-timestamp";

    /** On a NodePool: "true" when its virtual machines are spread by constraints rather than by anti-affinity. */
    public static final String NODEPOOL_SUPPORTS_KUBEVIRT_TOPOLOGY_SPREAD_CONSTRAINTS =
            "hypershift.openshift.io/nodepool-supports-kubevirt-topology-spread-constraints";

    /** On a DataVolume: the digest of the boot image in it. */
    public static final String KUBEVIRT_BOOT_IMAGE_HASH = "hypershift.openshift.io/kubevirt-boot-image-hash";

    /** On a NodePool: {@code required} asks for version 2 of the instance metadata service. */
    public static final String EC2_INSTANCE_METADATA_HTTP_TOKENS =
            "hypershift.openshift.io/ec2-instance-metadata-http-tokens";

    /** On pod templates: the hash of the configuration, so that a change restarts the pods. */
    public static final String CONFIG_HASH = "hypershift.openshift.io/config-hash";

    /** On a Cluster API object: its controllers leave it alone. */
    public static final String CAPI_PAUSED = "cluster.x-k8s.io/paused";

    /** On an infrastructure cluster: somebody else provides the infrastructure. */
    public static final String CAPI_MANAGED_BY = "cluster.x-k8s.io/managed-by";

    /**
     * On a machine of the management cluster: the machine set that the autoscaler of request serving nodes takes it
     * from.
     */
    public static final String MACHINE_SET = "hypershift.openshift.io/machineset";

    /** On the operator's deployment: the version of the tool that installed it. */
    public static final String INSTALL_CLI_VERSION = "hypershift.openshift.io/install-cli-version";

    private Annotations() {}
}
