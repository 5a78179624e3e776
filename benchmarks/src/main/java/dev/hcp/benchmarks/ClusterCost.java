package dev.hcp.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.simulator.Simulator;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * CPU and retained memory per hosted cluster (KubeVirt, three nodes, created to Completed), by the number of clusters in
 * one management cluster: the shape of the cost matters more than the figures.
 *
 * <p>CPU and allocated memory are those of the thread that runs the simulation; the latter does not depend on what else the
 * machine does. Retained memory is the heap in use after collections, less that
 * before. A warm-up of some clusters in a management cluster of their own comes first.
 */
public final class ClusterCost {
    private static final int WARM_UP = 20;
    /** A node takes 500 pods; a cluster has some 65, and its machines need memory. */
    private static final int CLUSTERS_PER_NODE = 5;

    private ClusterCost() {}

    /** @param args the numbers of clusters to measure, separated by commas */
    public static void main(String[] args) {
        List<Integer> sizes =
                Arrays.stream(args[0].split(",")).map(Integer::valueOf).toList();
        run(WARM_UP);
        System.out.printf(
                "%8s  %14s  %14s  %16s  %10s  %10s  %10s%n",
                "clusters", "CPU ms/cluster", "allocated MB", "KiB/cluster", "wall s", "writes", "ratio CPU");
        double first = 0;
        for (int size : sizes) {
            Cost cost = run(size);
            if (first == 0) {
                first = cost.cpuMillis();
            }
            System.out.printf(
                    "%8d  %14.1f  %14.1f  %16.0f  %10.1f  %10d  %10.2f%n",
                    size,
                    cost.cpuMillis(),
                    cost.megabytes(),
                    cost.kibibytes(),
                    cost.wallSeconds(),
                    cost.writes(),
                    cost.cpuMillis() / first);
        }
    }

    private record Cost(double cpuMillis, double megabytes, double kibibytes, double wallSeconds, long writes) {}

    private static Cost run(int clusters) {
        long before = heapInUse();
        try (Simulator simulator = Simulator.builder()
                        .seed(7)
                        .nodes(6 + clusters / CLUSTERS_PER_NODE)
                        .start();
                KubernetesClient kubernetes = simulator.kubernetesClient()) {
            HcpClient hcp =
                    HcpClient.builder(kubernetes).waiting(simulator::runUntil).build();
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long self = Thread.currentThread().getId();
            long allocated = threads.getThreadAllocatedBytes(self);
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            List<HostedClusterResource> created = new ArrayList<>();
            for (int i = 0; i < clusters; i++) {
                created.add(hcp.kubeVirtCluster("clusters", "c" + i)
                        .infraId("c" + i + "-bench")
                        .etcdEncryptionKey(new byte[32])
                        .releaseImage("quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64")
                        .pullSecret("{\"auths\":{}}")
                        .nodePoolReplicas(3)
                        .apply());
            }
            simulator.advance(Duration.ofMinutes(40));
            cpu = threads.getCurrentThreadCpuTime() - cpu;
            allocated = threads.getThreadAllocatedBytes(self) - allocated;
            wall = System.nanoTime() - wall;
            for (HostedClusterResource cluster : created) {
                cluster.awaitCompleted(Duration.ZERO);
            }
            double retained = (heapInUse() - before) / 1024.0;
            return new Cost(
                    cpu / 1e6 / clusters,
                    allocated / 1e6 / clusters,
                    retained / clusters,
                    wall / 1e9,
                    simulator.objects().revision());
        }
    }

    private static long heapInUse() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
