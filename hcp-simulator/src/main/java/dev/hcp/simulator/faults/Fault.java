package dev.hcp.simulator.faults;

import dev.hcp.api.json.JsonObject;

/**
 * Something that is broken for as long as it is injected; {@code docs/faults.md} tells the symptoms of each. A namespace
 * is that of a hosted control plane, such as {@code clusters-demo}, unless it says otherwise; where a text selects
 * something, the empty one selects all.
 *
 * <p>Faults are plain values: equal when they say the same, readable when printed, and the same after {@link #toJson()}
 * and {@link #fromJson}.
 */
public sealed interface Fault {
    /** A node of the management cluster has lost its power: what ran on it does not run. */
    record NodeLost(String node) implements Fault {}

    /** All nodes of a zone of the management cluster have lost their power. */
    record ZoneLost(String zone) implements Fault {}

    /** The control plane of the management cluster is away: its API server, and with it all that needs it to act. */
    record ManagementControlPlaneLost() implements Fault {}

    /** The control plane of the management cluster and all its nodes are away. */
    record ManagementClusterLost() implements Fault {}

    /**
     * Services of type LoadBalancer get no address.
     *
     * @param service name of the Service
     * @param message what the cloud says
     */
    record LoadBalancerNotProvisioned(String namespace, String service, String message) implements Fault {}

    /** A host name has no address. */
    record NameUnresolved(String host) implements Fault {}

    /** What is published as the API server of a control plane does not answer, although its pods run. */
    record ApiServerUnreachable(String namespace) implements Fault {}

    /**
     * No volumes are made for claims.
     *
     * @param claim beginning of the names of the claims, such as {@code data-etcd-}
     * @param message what the provisioner says
     */
    record VolumesNotProvisioned(String namespace, String claim, String message) implements Fault {}

    /** The management cluster has no default storage class, so claims that name none are left alone. */
    record NoDefaultStorageClass() implements Fault {}

    /**
     * Nothing makes volumes of a storage class, as where its provisioner is not installed.
     *
     * @param storageClass its name, as the claims of the management cluster give it; empty for all
     */
    record ProvisionerLost(String storageClass) implements Fault {}

    /**
     * Volumes do not get to the nodes of a hosted cluster.
     *
     * @param message what attaching one ends with
     */
    record VolumesNotAttached(String namespace, String message) implements Fault {}

    /** An etcd member crashes whenever it starts. Its data are intact. */
    record EtcdMemberDown(String namespace, int member) implements Fault {}

    /**
     * The volume of an etcd member has lost its data. The member is taken back in on a new volume, made for a new claim, if
     * the others are a quorum. Mending it brings the data back, as they were, on the volume that the member then has.
     *
     * @param namespace the control plane's; not empty
     */
    record EtcdVolumeLost(String namespace, int member) implements Fault {}

    /**
     * The snapshot that etcd is to begin with cannot be restored: the initial container for it ends with an error.
     *
     * @param exitCode its exit code, not 0
     * @param reason reason of its end, such as {@code Error} or {@code OOMKilled}
     */
    record SnapshotNotRestored(String namespace, int exitCode, String reason) implements Fault {}

    /**
     * Containers do not run.
     *
     * @param workload beginning of the names of the pods, such as {@code kube-apiserver-}
     * @param how what keeps them from running
     * @param release only pods of this release image, which leaves those of others alone: a component that gets stuck
     *     during an upgrade
     */
    record ContainersFail(String namespace, String workload, ContainerFailure how, String release) implements Fault {}

    /**
     * An image cannot be pulled, as where it was not mirrored or the pull secret does not open its registry. What runs goes
     * on.
     *
     * @param image as pods name it; empty for all
     * @param message what the registry answers
     */
    record ImageNotPulled(String namespace, String image, String message) implements Fault {}

    /**
     * The import of a data volume ends with an error whenever it is tried.
     *
     * @param volume beginning of the names of the data volumes
     * @param message last words of the importer
     */
    record ImportFails(String namespace, String volume, String message) implements Fault {}

    /** How containers fail. */
    enum ContainerFailure {
        /** The image cannot be pulled, so what runs goes on and what is new does not start. */
        IMAGE_PULL,
        /** The process ends soon after it starts, so what runs ends, too. */
        CRASH
    }

    /** A release image cannot be read. */
    record ReleaseUnreadable(String image, String message) implements Fault {}

    /**
     * A release image is of another architecture than it seems.
     *
     * @param architecture as HostedClusters say it, such as {@code ARM64}
     */
    record ReleaseOfArchitecture(String image, String architecture) implements Fault {}

    /** Machines cannot fetch their ignition configuration. */
    record IgnitionUnreachable(String namespace) implements Fault {}

    /**
     * The kubelet of a machine says that it is not ready.
     *
     * @param machine name of the Machine
     * @param reason reason of the node's condition, such as {@code KubeletNotReady}
     */
    record MachineNotReady(String namespace, String machine, String reason, String message) implements Fault {}

    /**
     * The machine config daemon on nodes that are upgraded in place fails.
     *
     * @param namespace the control plane's; empty for all
     * @param node name of the Node; empty for all
     * @param message why, as the node's annotations tell it
     */
    record NodeUpgradeFails(String namespace, String node, String message) implements Fault {}

    /**
     * Neither the cloud nor the operators of the hosted cluster let go what the cluster made there, so that it is not removed
     * with the cluster.
     *
     * @param namespace the control plane's; not empty
     */
    record CloudCleanupStuck(String namespace) implements Fault {}

    /**
     * An operator of a hosted cluster says that it is degraded.
     *
     * @param operator name of the ClusterOperator; empty for all
     * @param reason reason of its condition
     */
    record ClusterOperatorDegraded(String namespace, String operator, String reason, String message) implements Fault {}

    /** The hosted cluster says that it must not be upgraded. */
    record NotUpgradeable(String namespace, String reason, String message) implements Fault {}

    /**
     * The management cluster's API server refuses to create objects of a kind, as a quota or an admission webhook does.
     *
     * @param code HTTP status, such as 403
     * @param reason reason in the Status, such as {@code Forbidden}
     * @param message message in the Status
     */
    record CreationRefused(String namespace, String kind, int code, String reason, String message) implements Fault {}

    /** Each update of objects of a kind meets a conflict, as if somebody else had always just written. */
    record WritesConflict(String namespace, String kind) implements Fault {}

    /**
     * Controllers of the management cluster hear nothing of changes of a kind, as if their watches were broken; when it is
     * mended they list anew and see what they missed.
     */
    record WatchesSilent(String kind) implements Fault {}

    /**
     * Controllers of the management cluster hear late of changes of a kind, each after a time of its own, so that they hear of
     * what happened later first.
     *
     * @param kind or empty for all
     * @param seconds the most that they are late
     */
    record WatchesLate(String kind, int seconds) implements Fault {}

    /**
     * Controllers of the management cluster are told twice of changes of a kind, as when they list anew.
     *
     * @param kind or empty for all
     */
    record WatchesRepeat(String kind) implements Fault {}

    /** The fault as JSON: its name under {@code fault}, and its parameters. */
    default JsonObject toJson() {
        return FaultJson.write(this);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @throws dev.hcp.api.HcpException when it is no fault
     */
    static Fault fromJson(JsonObject json) {
        return FaultJson.read(json);
    }
}
