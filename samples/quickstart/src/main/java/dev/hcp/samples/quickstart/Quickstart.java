package dev.hcp.samples.quickstart;

import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.Timeline;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Set;

/** A hosted cluster on KubeVirt, from nothing to Completed, in a management cluster that lives in this JVM. */
public final class Quickstart {
    private static final Set<String> SHOWN =
            Set.of("HostedCluster", "NodePool", "HostedControlPlane", "MachineDeployment", "Machine", "VirtualMachine");

    private Quickstart() {}

    public static void main(String[] args) {
        try (Simulator simulator = Simulator.builder().seed(42).start();
                Timeline timeline = Timeline.record(simulator.objects(), simulator::now, SHOWN);
                KubernetesClient kubernetes = simulator.kubernetesClient()) {
            // On a real cluster: HcpClient.of(new KubernetesClientBuilder().build())
            HcpClient hcp = HcpClient.builder(kubernetes)
                    .waiting(simulator::runUntil)
                    .clock(simulator::now)
                    .guestHttpClients(simulator.httpClientFactory())
                    .build();

            HostedClusterResource demo = hcp.kubeVirtCluster("clusters", "demo")
                    .releaseImage("quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64")
                    .pullSecret("{\"auths\":{\"quay.io\":{\"auth\":\"ZGVtbzpkZW1v\"}}}")
                    .nodePoolReplicas(3)
                    .apply();
            demo.awaitCompleted(Duration.ofHours(1));
            hcp.nodePool("clusters", "demo").awaitReplicas(3, Duration.ofHours(1));

            System.out.println(timeline.table(entry -> true));
            System.out.println("nodes of the guest cluster:");
            try (KubernetesClient guest = demo.guest()) {
                guest.nodes()
                        .list()
                        .getItems()
                        .forEach(node -> System.out.printf(
                                "  %-24s %s%n",
                                node.getMetadata().getName(),
                                node.getStatus().getNodeInfo().getKubeletVersion()));
            }
        }
    }
}
