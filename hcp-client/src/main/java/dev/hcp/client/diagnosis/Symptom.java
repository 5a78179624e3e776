package dev.hcp.client.diagnosis;

/** What is seen of a hosted cluster in trouble, in the order of the documentation, 12.3. */
public enum Symptom {
    /** The HostedCluster is stuck in a partial state. */
    PARTIAL_STATE("12.3.1", "the hosted cluster is stuck in a partial state"),
    /** No worker nodes are registered. */
    NO_WORKER_NODES("12.3.2", "no worker nodes are registered"),
    /** Worker nodes are stuck in the NotReady state. */
    NODES_NOT_READY("12.3.3", "worker nodes are stuck in the NotReady state"),
    /** The cluster operators ingress and console are not coming online. */
    INGRESS_OFFLINE("12.3.4", "ingress and console cluster operators are not coming online"),
    /** Load balancer services of the hosted cluster are not available. */
    LOAD_BALANCERS("12.3.5", "load balancer services of the hosted cluster are not available"),
    /** Persistent volume claims of the hosted cluster are not available. */
    VOLUME_CLAIMS("12.3.6", "persistent volume claims of the hosted cluster are not available"),
    /** Virtual machines run and do not join the cluster. */
    MACHINES_NOT_JOINING("12.3.7", "virtual machines are not joining the cluster"),
    /** The boot image of nodes is not in the registry that they are to come from. */
    BOOT_IMAGE("12.3.8", "the boot image of nodes cannot be pulled"),
    /** Hosts that belonged to a cluster do not return to the pool they came from. */
    LATE_BINDING("12.3.9", "hosts do not return to the late binding pool");

    private final String section;
    private final String title;

    Symptom(String section, String title) {
        this.section = section;
        this.title = title;
    }

    /** Section of the product documentation. */
    public String section() {
        return section;
    }

    /** The symptom in words. */
    public String title() {
        return title;
    }
}
