package dev.hcp.benchmarks;

import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.HcpClient;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;

/**
 * CPU per node when one KubeVirt node pool of one hosted cluster grows from a single node to many, until its status counts
 * them all: where it rises with the number of nodes, something goes through all of them for each.
 *
 * <p>CPU is that of the thread that runs the simulation.
 */
public final class PoolScaleUp {
    private static final int WARM_UP = 200;
    /** Virtual machines need memory: this many find room on a management node. */
    private static final int MACHINES_PER_NODE = 20;

    private static final Duration LONGEST = Duration.ofHours(1);

    private PoolScaleUp() {}

    /** @param args the numbers of nodes to measure, separated by commas */
    public static void main(String[] args) {
        int[] sizes =
                Arrays.stream(args[0].split(",")).mapToInt(Integer::parseInt).toArray();
        run(WARM_UP);
        System.out.printf(
                "%8s  %12s  %10s  %10s  %12s%n", "nodes", "CPU ms/node", "wall s", "writes", "virtual time");
        for (int size : sizes) {
            Cost cost = run(size);
            System.out.printf(
                    "%8d  %12.2f  %10.1f  %10d  %12s%n",
                    size, cost.cpuMillis(), cost.wallSeconds(), cost.writes(), cost.virtual());
        }
    }

    private record Cost(double cpuMillis, double wallSeconds, long writes, Duration virtual) {}

    private static Cost run(int nodes) {
        try (Simulator simulator = Simulator.builder()
                        .seed(7)
                        .nodes(6 + nodes / MACHINES_PER_NODE)
                        .start();
                KubernetesClient kubernetes = simulator.kubernetesClient()) {
            HcpClient hcp =
                    HcpClient.builder(kubernetes).waiting(simulator::runUntil).build();
            hcp.kubeVirtCluster("clusters", "big")
                    .infraId("big-bench")
                    .etcdEncryptionKey(new byte[32])
                    .releaseImage("quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64")
                    .pullSecret("{\"auths\":{}}")
                    .nodePoolReplicas(1)
                    .apply()
                    .awaitCompleted(LONGEST);
            ResourceType pools = simulator
                    .objects()
                    .resource(HasMetadata.getApiVersion(NodePool.class), HasMetadata.getKind(NodePool.class));
            long revision = simulator.objects().revision();
            var began = simulator.now();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            simulator
                    .objects()
                    .mergePatch(
                            pools,
                            "clusters",
                            "big",
                            null,
                            JsonObject.of("spec", JsonObject.of("replicas", nodes)),
                            "benchmark");
            boolean complete = false;
            while (!complete) {
                simulator.advance(Duration.ofSeconds(30));
                complete = simulator
                                .objects()
                                .get(pools, "clusters", "big")
                                .orElseThrow()
                                .integer(0, "status", "replicas")
                        == nodes;
                if (Duration.between(began, simulator.now()).compareTo(LONGEST) > 0) {
                    throw new IllegalStateException(nodes + " nodes are not there after " + LONGEST);
                }
            }
            cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            wall = System.nanoTime() - wall;
            return new Cost(
                    cpu / 1e6 / nodes,
                    wall / 1e9,
                    simulator.objects().revision() - revision,
                    Duration.between(began, simulator.now()));
        }
    }
}
