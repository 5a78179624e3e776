package dev.hcp.simulator.world;

import java.time.Duration;

/** Something that takes time in the simulated world, with how long it takes as a rule. */
public enum Stage {
    /** An operator of HyperShift gets to an object after it or something that concerns it has changed. */
    RECONCILE(Duration.ofSeconds(1)),
    /** Any container of a pod: its image is pulled, it starts and passes its readiness probe. */
    POD_START(Duration.ofSeconds(25)),
    /** As {@link #POD_START}, of an etcd member. */
    ETCD_START(Duration.ofSeconds(55)),
    /** As {@link #POD_START}, of a Kubernetes API server. */
    API_SERVER_START(Duration.ofSeconds(90)),
    /** A pod ends after it was deleted. */
    POD_STOP(Duration.ofSeconds(5)),
    /** The containers of a pod of a Job do their work, from when they run. */
    JOB_RUN(Duration.ofSeconds(10)),
    /** A persistent volume is made and bound. */
    VOLUME_PROVISION(Duration.ofSeconds(8)),
    /** A load balancer gets its address. */
    LOAD_BALANCER(Duration.ofSeconds(35)),
    /** A router admits a route. */
    ROUTE_ADMIT(Duration.ofSeconds(1)),
    /** The ignition server renders the payload of a token. */
    IGNITION_PAYLOAD(Duration.ofSeconds(20)),
    /** A data volume is imported from a registry. */
    VOLUME_IMPORT(Duration.ofSeconds(90)),
    /** A data volume is cloned on the storage. */
    VOLUME_CLONE(Duration.ofSeconds(15)),
    /** A virtual machine's launcher pod is scheduled and the machine runs. */
    VM_START(Duration.ofSeconds(25)),
    /** A machine boots for the first time, fetches its ignition, reboots, and its kubelet registers the node. */
    NODE_BOOT(Duration.ofSeconds(150)),
    /** The network plug-in starts on a new node, which is then ready. */
    NODE_READY(Duration.ofSeconds(30)),
    /** A node is drained. */
    NODE_DRAIN(Duration.ofSeconds(20)),
    /** A node that is upgraded in place writes its new operating system and configuration to disk. */
    NODE_UPDATE(Duration.ofSeconds(90)),
    /** Such a node reboots. */
    NODE_REBOOT(Duration.ofSeconds(90)),
    /** A virtual machine shuts down. */
    VM_STOP(Duration.ofSeconds(15)),
    /** A cluster operator of a hosted cluster rolls out. */
    CLUSTER_OPERATOR(Duration.ofSeconds(75));

    private final Duration typical;

    Stage(Duration typical) {
        this.typical = typical;
    }

    /** How long it takes where a profile says nothing else. */
    public Duration typical() {
        return typical;
    }
}
