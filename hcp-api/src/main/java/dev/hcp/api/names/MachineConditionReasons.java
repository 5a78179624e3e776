package dev.hcp.api.names;

/** Reasons in the conditions of {@link MachineConditionTypes}. */
public final class MachineConditionReasons {
    /** The first configuration is not there yet. */
    public static final String WAITING_FOR_DATA_SECRET = "WaitingForDataSecret";

    /** The provider has not said anything yet. */
    public static final String WAITING_FOR_INFRASTRUCTURE = "WaitingForInfrastructure";

    /** The machine has no node yet. */
    public static final String WAITING_FOR_NODE_REF = "WaitingForNodeRef";

    /** The node is on its way. */
    public static final String NODE_PROVISIONING = "NodeProvisioning";

    /** The node is gone. */
    public static final String NODE_NOT_FOUND = "NodeNotFound";

    /** The node is not well. */
    public static final String NODE_CONDITIONS_FAILED = "NodeConditionsFailed";

    /** The node could not be looked at. */
    public static final String NODE_INSPECTION_FAILED = "NodeInspectionFailed";

    /** The object is being deleted. */
    public static final String DELETING = "Deleting";

    /** Deleting failed. */
    public static final String DELETION_FAILED = "DeletionFailed";

    /** Deleting an instance failed. */
    public static final String DELETING_FAILED = "DeletingFailed";

    /** The object is gone. */
    public static final String DELETED = "Deleted";

    /** A hook holds back the deletion. */
    public static final String WAITING_EXTERNAL_HOOK = "WaitingExternalHook";

    /** The node is being drained. */
    public static final String DRAINING = "Draining";

    /** Draining failed; it is tried again. */
    public static final String DRAINING_FAILED = "DrainingFailed";

    /** Volumes are still attached. */
    public static final String WAITING_FOR_VOLUME_DETACH = "WaitingForVolumeDetach";

    /** The machine has failed for good. */
    public static final String MACHINE_HAS_FAILURE = "MachineHasFailure";

    /** Somebody asked for the machine to be replaced. */
    public static final String HAS_REMEDIATE_MACHINE_ANNOTATION = "HasRemediateMachineAnnotation";

    /** The node did not come in time. */
    public static final String NODE_STARTUP_TIMEOUT = "NodeStartupTimeout";

    /** The node has been unwell for too long. */
    public static final String UNHEALTHY_NODE = "UnhealthyNode";

    /** The machine is to be replaced. */
    public static final String WAITING_FOR_REMEDIATION = "WaitingForRemediation";

    /** Replacing the machine failed. */
    public static final String REMEDIATION_FAILED = "RemediationFailed";

    /** The machine is being replaced. */
    public static final String REMEDIATION_IN_PROGRESS = "RemediationInProgress";

    /** So many machines are unhealthy that none is replaced. */
    public static final String TOO_MANY_UNHEALTHY = "TooManyUnhealthy";

    /** The set is growing. */
    public static final String SCALING_UP = "ScalingUp";

    /** The set is shrinking. */
    public static final String SCALING_DOWN = "ScalingDown";

    /** Too few machines are available. */
    public static final String WAITING_FOR_AVAILABLE_MACHINES = "WaitingForAvailableMachines";

    /** The cluster's side of the provider is not ready. */
    public static final String WAITING_FOR_CLUSTER_INFRASTRUCTURE = "WaitingForClusterInfrastructure";

    /** The first configuration is not there yet. */
    public static final String WAITING_FOR_BOOTSTRAP_DATA = "WaitingForBootstrapData";

    /** The control plane cannot be joined yet. */
    public static final String WAITING_FOR_CONTROL_PLANE_AVAILABLE = "WaitingForControlPlaneAvailable";

    /** The virtual machine could not be made. */
    public static final String VM_CREATE_FAILED = "VMCreateFailed";

    /** The virtual machine does not run yet. */
    public static final String VM_NOT_READY = "VMNotReady";

    /** A disk of the virtual machine waits. */
    public static final String DV_PENDING = "DVPending";

    /** A disk of the virtual machine is being filled. */
    public static final String DV_NOT_READY = "DVNotReady";

    /** A disk of the virtual machine could not be filled. */
    public static final String DV_FAILED = "DVFailed";

    /** The image for a disk of the virtual machine could not be pulled. */
    public static final String DV_IMAGE_PULL_FAILED = "DVImagePullFailed";

    /** No node has room for the virtual machine. */
    public static final String UNSCHEDULABLE = "Unschedulable";

    /** The virtual machine has not said that it was configured. */
    public static final String BOOTSTRAP_FAILED = "BootstrapFailed";

    /** Nobody can ask the virtual machine whether it was configured. */
    public static final String BOOTSTRAP_CHECKING_NOT_SUPPORTED = "BootstrapCheckingNotSupported";

    /** The load balancer could not be made. */
    public static final String LOAD_BALANCER_PROVISIONING_FAILED = "LoadBalancerProvisioningFailed";

    /** The instance is about to be made. */
    public static final String INSTANCE_PROVISION_STARTED = "InstanceProvisionStarted";

    /** AWS refused to make the instance. */
    public static final String INSTANCE_PROVISION_FAILED = "InstanceProvisionFailed";

    /** The instance is starting. */
    public static final String INSTANCE_NOT_READY = "InstanceNotReady";

    /** The instance has been stopped. */
    public static final String INSTANCE_STOPPED = "InstanceStopped";

    /** The instance is gone or going. */
    public static final String INSTANCE_TERMINATED = "InstanceTerminated";

    /** AWS does not know the instance. */
    public static final String INSTANCE_NOT_FOUND = "InstanceNotFound";

    /** The security groups could not be put in place. */
    public static final String SECURITY_GROUPS_SYNC_FAILED = "SecurityGroupsSyncFailed";

    /** The instance could not be put behind the load balancer. */
    public static final String ELB_ATTACH_FAILED = "ELBAttachFailed";

    /** The instance could not be taken from the load balancer. */
    public static final String ELB_DETACH_FAILED = "ELBDetachFailed";

    /** The load balancer has no name yet. */
    public static final String WAIT_FOR_DNS_NAME = "WaitForDNSName";

    /** The name of the load balancer does not resolve yet. */
    public static final String WAIT_FOR_DNS_NAME_RESOLVE = "WaitForDNSNameResolve";

    /** Somebody else has still to name the endpoint. */
    public static final String WAIT_FOR_EXTERNAL_CONTROL_PLANE_ENDPOINT = "WaitForExternalControlPlaneEndpoint";

    /** The load balancer could not be made. */
    public static final String LOAD_BALANCER_FAILED = "LoadBalancerFailed";

    private MachineConditionReasons() {}
}
