package dev.hcp.api.names;

/**
 * Types of conditions on the objects of Cluster API and its providers: clusters, machines, their sets and health
 * checks.
 */
public final class MachineConditionTypes {
    /** The sum of the others. */
    public static final String READY = "Ready";

    /** The first configuration of the machine is there. */
    public static final String BOOTSTRAP_READY = "BootstrapReady";

    /** The provider has made the machine, or the cluster. */
    public static final String INFRASTRUCTURE_READY = "InfrastructureReady";

    /** The node of the machine is there and well. */
    public static final String NODE_HEALTHY = "NodeHealthy";

    /** Nothing holds back the draining of the node. */
    public static final String PRE_DRAIN_DELETE_HOOK_SUCCEEDED = "PreDrainDeleteHookSucceeded";

    /** Nothing holds back the end of the machine. */
    public static final String PRE_TERMINATE_DELETE_HOOK_SUCCEEDED = "PreTerminateDeleteHookSucceeded";

    /** The node has been drained. */
    public static final String DRAINING_SUCCEEDED = "DrainingSucceeded";

    /** The volumes have been detached. */
    public static final String VOLUME_DETACH_SUCCEEDED = "VolumeDetachSucceeded";

    /** No health check objects to the machine. */
    public static final String HEALTH_CHECK_SUCCEEDED = "HealthCheckSucceeded";

    /** The machine's owner has replaced it. */
    public static final String OWNER_REMEDIATED = "OwnerRemediated";

    /** The set has as many machines as it should. */
    public static final String MACHINES_CREATED = "MachinesCreated";

    /** The machines of the set are ready. */
    public static final String MACHINES_READY = "MachinesReady";

    /** The set is not growing or shrinking. */
    public static final String RESIZED = "Resized";

    /** The deployment has enough available machines. */
    public static final String AVAILABLE = "Available";

    /** The newest set of the deployment is ready. */
    public static final String MACHINE_SET_READY = "MachineSetReady";

    /** Few enough machines are unhealthy to replace them. */
    public static final String REMEDIATION_ALLOWED = "RemediationAllowed";

    /** The control plane of the cluster is ready. */
    public static final String CONTROL_PLANE_READY = "ControlPlaneReady";

    /** The control plane of the cluster has been reachable once. */
    public static final String CONTROL_PLANE_INITIALIZED = "ControlPlaneInitialized";

    /** The virtual machine of a KubevirtMachine runs. */
    public static final String VM_PROVISIONED = "VMProvisioned";

    /** The virtual machine of a KubevirtMachine can be moved while it runs. */
    public static final String VM_LIVE_MIGRATABLE = "VMLiveMigratable";

    /** The virtual machine of a KubevirtMachine says that it has been configured. */
    public static final String BOOTSTRAP_EXEC_SUCCEEDED = "BootstrapExecSucceeded";

    /** The load balancer of a KubevirtCluster has an address. */
    public static final String LOAD_BALANCER_AVAILABLE = "LoadBalancerAvailable";

    /** The instance of an AWSMachine runs. */
    public static final String INSTANCE_READY = "InstanceReady";

    /** The security groups of an AWSMachine are in place. */
    public static final String SECURITY_GROUPS_READY = "SecurityGroupsReady";

    /** An AWSMachine of a control plane is behind the load balancer. */
    public static final String ELB_ATTACHED = "ELBAttached";

    /** The network of an AWSCluster exists. */
    public static final String VPC_READY = "VpcReady";

    /** The subnets of an AWSCluster exist. */
    public static final String SUBNETS_READY = "SubnetsReady";

    /** The internet gateway of an AWSCluster exists. */
    public static final String INTERNET_GATEWAY_READY = "InternetGatewayReady";

    /** The NAT gateways of an AWSCluster exist. */
    public static final String NAT_GATEWAYS_READY = "NatGatewaysReady";

    /** The route tables of an AWSCluster exist. */
    public static final String ROUTE_TABLES_READY = "RouteTablesReady";

    /** The additional ranges of an AWSCluster are in place. */
    public static final String SECONDARY_CIDRS_READY = "SecondaryCidrsReady";

    /** The endpoints of an AWSCluster's network exist; the odd text is the provider's. */
    public static final String VPC_ENDPOINTS_READY = "VpcEndpointsReadyCondition";

    /** The security groups of an AWSCluster exist. */
    public static final String CLUSTER_SECURITY_GROUPS_READY = "ClusterSecurityGroupsReady";

    /** The bastion host of an AWSCluster runs. */
    public static final String BASTION_HOST_READY = "BastionHostReady";

    /** The load balancer of an AWSCluster exists. */
    public static final String LOAD_BALANCER_READY = "LoadBalancerReady";

    /** The bucket of an AWSCluster exists; the odd text is the provider's. */
    public static final String S3_BUCKET_READY = "S3BucketCreated";

    /** The provider has the credentials of an AWSCluster. */
    public static final String PRINCIPAL_CREDENTIAL_RETRIEVED = "PrincipalCredentialRetrieved";

    /** The namespace of an AWSCluster may use its credentials. */
    public static final String PRINCIPAL_USAGE_ALLOWED = "PrincipalUsageAllowed";

    private MachineConditionTypes() {}
}
