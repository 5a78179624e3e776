package dev.hcp.api.names;

/**
 * Annotations on the objects of Cluster API, of its KubeVirt provider and of the cluster autoscaler. Those that
 * HyperShift itself sets are in {@link Annotations}.
 */
public final class MachineAnnotations {
    /** On a Machine: goes before others when its set shrinks. */
    public static final String DELETE_MACHINE = "cluster.x-k8s.io/delete-machine";

    /** On a MachineSet: makes no more machines. */
    public static final String DISABLE_MACHINE_CREATE = "cluster.x-k8s.io/disable-machine-create";

    /** On a Machine: is to be replaced. */
    public static final String REMEDIATE_MACHINE = "cluster.x-k8s.io/remediate-machine";

    /** On a Machine: health checks leave it alone. */
    public static final String SKIP_REMEDIATION = "cluster.x-k8s.io/skip-remediation";

    /** On a Machine: its node is not drained. */
    public static final String EXCLUDE_NODE_DRAINING = "machine.cluster.x-k8s.io/exclude-node-draining";

    /** On a Machine: nobody waits for its volumes. */
    public static final String EXCLUDE_WAIT_FOR_NODE_VOLUME_DETACH =
            "machine.cluster.x-k8s.io/exclude-wait-for-node-volume-detach";

    /** Prefix on a Machine: it is not drained while there is one. */
    public static final String PRE_DRAIN_HOOK_PREFIX = "pre-drain.delete.hook.machine.cluster.x-k8s.io";

    /** Prefix on a Machine: it is not ended while there is one. */
    public static final String PRE_TERMINATE_HOOK_PREFIX = "pre-terminate.delete.hook.machine.cluster.x-k8s.io";

    /** On a Machine: its agent has still to leave the cluster. */
    public static final String AGENT_MACHINE_HOOK = "pre-terminate.delete.hook.machine.cluster.x-k8s.io/agentmachine";

    /** On deployments and sets: the number of the template. */
    public static final String REVISION = "machinedeployment.clusters.x-k8s.io/revision";

    /** On sets: the numbers that their template had before. */
    public static final String REVISION_HISTORY = "machinedeployment.clusters.x-k8s.io/revision-history";

    /** On sets: how many machines the deployment should have. */
    public static final String DESIRED_REPLICAS = "machinedeployment.clusters.x-k8s.io/desired-replicas";

    /** On sets: how many machines the deployment may have. */
    public static final String MAX_REPLICAS = "machinedeployment.clusters.x-k8s.io/max-replicas";

    /** On a Node: the cluster. */
    public static final String NODE_CLUSTER_NAME = "cluster.x-k8s.io/cluster-name";

    /** On a Node: the namespace of the cluster. */
    public static final String NODE_CLUSTER_NAMESPACE = "cluster.x-k8s.io/cluster-namespace";

    /** On a Node: the machine. */
    public static final String NODE_MACHINE = "cluster.x-k8s.io/machine";

    /** On a Node: the kind of the machine's owner. */
    public static final String NODE_OWNER_KIND = "cluster.x-k8s.io/owner-kind";

    /** On a Node: the name of the machine's owner. */
    public static final String NODE_OWNER_NAME = "cluster.x-k8s.io/owner-name";

    /** On a Node: the labels that it has from the machine. */
    public static final String NODE_LABELS_FROM_MACHINE = "cluster.x-k8s.io/labels-from-machine";

    /** On deployments and sets: the autoscaler keeps at least as many machines. */
    public static final String AUTOSCALER_MIN_SIZE = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size";

    /** On deployments and sets: the autoscaler keeps at most as many machines. */
    public static final String AUTOSCALER_MAX_SIZE = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size";

    /** Prefix on deployments and sets: a setting of the autoscaler for them alone. */
    public static final String AUTOSCALING_OPTIONS_PREFIX = "cluster.x-k8s.io/autoscaling-options-";

    /** Prefix on deployments and sets: what a machine has, where there is none to look at. */
    public static final String AUTOSCALER_CAPACITY_PREFIX = "capacity.cluster-autoscaler.kubernetes.io/";

    /** On pods: volumes, by name, that do not keep the autoscaler from removing the node. */
    public static final String SAFE_TO_EVICT_LOCAL_VOLUMES =
            "cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes";

    /** On a virtual machine instance: until when its node may take to drain. */
    public static final String VMI_DELETION_GRACE_TIME = "capk.cluster.x-k8s.io/vmi-deletion-grace-time";

    /** On virtual machines: may be moved although the pod network is bridged. */
    public static final String ALLOW_POD_BRIDGE_NETWORK_LIVE_MIGRATION =
            "kubevirt.io/allow-pod-bridge-network-live-migration";

    /** On a Node: when KubeVirt's agent last reported. */
    public static final String KUBEVIRT_HEARTBEAT = "kubevirt.io/heartbeat";

    /** On data volumes: filled at once, not when a pod uses them. */
    public static final String STORAGE_BIND_IMMEDIATE = "cdi.kubevirt.io/storage.bind.immediate.requested";

    /** On data volumes: "false" keeps them once they are filled. */
    public static final String STORAGE_DELETE_AFTER_COMPLETION = "cdi.kubevirt.io/storage.deleteAfterCompletion";

    private MachineAnnotations() {}
}
