package dev.hcp.client.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there was of a hosted cluster when somebody looked, on both sides. Texts that an object does not have are empty.
 * Immutable; equal when it says the same.
 *
 * @param namespace namespace of the HostedCluster
 * @param name name of the HostedCluster
 * @param platform platform type, such as {@code KubeVirt}
 * @param release release image that is asked for
 * @param versions history of versions, newest first
 * @param conditions conditions of the HostedCluster
 * @param endpoints where things are reached: {@code api}, {@code ignition}, and routes and load balancers of the control
 *     plane by name
 * @param components deployments and stateful sets of the control plane, by name
 * @param nodePools node pools, by name
 * @param machines machines of all node pools, by name
 * @param virtualMachines virtual machines, on KubeVirt, by name
 * @param agents agents, on that platform, by name
 * @param hosted what the hosted cluster itself says; nothing while it does not answer
 */
public record ClusterStatus(
        String namespace,
        String name,
        String platform,
        String release,
        List<Version> versions,
        List<StatusCondition> conditions,
        Map<String, String> endpoints,
        List<Component> components,
        List<Pool> nodePools,
        List<NodeMachine> machines,
        List<VirtualMachine> virtualMachines,
        List<AgentHost> agents,
        Optional<Hosted> hosted) {
    /**
     * An entry of the history.
     *
     * @param version such as {@code 4.17.0}; empty until it is known
     * @param state Partial or Completed
     * @param started when it was begun, RFC 3339
     * @param completed when it was rolled out, RFC 3339; empty while it is not
     */
    public record Version(String version, String image, String state, String started, String completed) {}

    /**
     * A workload of the control plane.
     *
     * @param kind Deployment or StatefulSet
     * @param ready number of pods that are ready
     * @param wanted number of pods that are wanted
     * @param release release image that it belongs to
     */
    public record Component(String kind, String name, long ready, long wanted, String release) {
        /** Whether all pods that are wanted are ready. */
        public boolean isReady() {
            return ready >= wanted;
        }
    }

    /**
     * A node pool.
     *
     * @param wanted number of nodes, or from minimum to maximum such as {@code 2-5}
     * @param nodes number of nodes that there are
     * @param version that all nodes run; empty until they do
     * @param conditions its conditions, in its order
     */
    public record Pool(String name, String wanted, long nodes, String version, List<StatusCondition> conditions) {}

    /**
     * A machine of Cluster API.
     *
     * @param node its node in the hosted cluster; empty until it has joined
     * @param phase such as {@code Provisioning} or {@code Running}
     */
    public record NodeMachine(String name, String pool, String node, String phase, String version, String providerId) {}

    /**
     * A virtual machine.
     *
     * @param status such as {@code Provisioning} or {@code Running}, as KubeVirt prints it
     * @param node where it runs on the infrastructure cluster; empty while it does not
     */
    public record VirtualMachine(String name, String status, boolean ready, String node) {}

    /**
     * A host that an agent runs on.
     *
     * @param cluster the ClusterDeployment that it is bound to; empty while it is free
     * @param state such as {@code known-unbound} or {@code added-to-existing-cluster}, as the assisted service says it
     * @param stage how far its installation is; empty before
     */
    public record AgentHost(
            String name, String hostname, String cluster, boolean approved, String role, String state, String stage) {}

    /** What the hosted cluster says of itself: its nodes and its cluster operators, by name. */
    public record Hosted(List<HostedNode> nodes, List<Operator> operators) {}

    /**
     * A node.
     *
     * @param ready its condition Ready
     * @param kubelet version of its kubelet, which is one of Kubernetes
     */
    public record HostedNode(String name, StatusCondition ready, String kubelet) {}

    /**
     * A cluster operator.
     *
     * @param version that it has reached; empty before
     */
    public record Operator(String name, String version, List<StatusCondition> conditions) {
        /** Whether it serves, is not changing and not degraded. */
        public boolean isSettled() {
            return StatusCondition.isTrue(conditions, "Available")
                    && !StatusCondition.isTrue(conditions, "Progressing")
                    && !StatusCondition.isTrue(conditions, "Degraded");
        }
    }

    /** Copies lists and maps. */
    public ClusterStatus {
        versions = List.copyOf(versions);
        conditions = List.copyOf(conditions);
        endpoints = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(endpoints));
        components = List.copyOf(components);
        nodePools = List.copyOf(nodePools);
        machines = List.copyOf(machines);
        virtualMachines = List.copyOf(virtualMachines);
        agents = List.copyOf(agents);
    }

    /** Whether the condition of a type is True. */
    public boolean hasCondition(String type) {
        return StatusCondition.isTrue(conditions, type);
    }

    /** The newest version that is or was rolled out. */
    public Optional<Version> newest() {
        return versions.stream().findFirst();
    }

    /** All of it for people: a heading and a table for each part. */
    @Override
    public String toString() {
        return new StatusReport(this).text();
    }
}
