package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.ManagementNode;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the loss of parts of the management cluster does to a highly available hosted cluster: table 7.1 of the documentation. */
class FailedComponentsTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(20);

    private final Cluster cluster = new Cluster(Simulator.builder().managementNodes(nodes()));

    /** Two nodes in each of three zones for control planes, and one for the machines of hosted clusters. */
    private static List<ManagementNode> nodes() {
        List<ManagementNode> nodes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            nodes.add(ManagementNode.named("cp-" + i).inZone("zone-" + i % 3).forControlPlanes());
        }
        nodes.add(ManagementNode.named("workers").inZone("zone-of-workers"));
        return nodes;
    }

    @BeforeEach
    void create() {
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 1);
        cluster.simulator.runUntilQuiet(Duration.ofHours(1));
        assertThat(apiStatus()).isEqualTo("Available");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private String apiStatus() {
        ApiRequest request = new ApiRequest("GET", "/api/v1/nodes", Map.of(), Map.of(), new byte[0]);
        int status = cluster.simulator
                .guests()
                .find("clusters", "demo")
                .orElseThrow()
                .handle(request)
                .status();
        return status == 200 ? "Available" : "Not available";
    }

    /** Since when each node of the hosted cluster is as it is. */
    private List<String> nodesReadySince() {
        Objects guest = cluster.simulator.guest("clusters", "demo").orElseThrow();
        return guest.list(guest.resource("v1", "Node"), "").stream()
                .map(node -> Cluster.condition(node, "Ready"))
                .map(ready -> ready.text("status") + " since " + ready.text("lastTransitionTime"))
                .toList();
    }

    private String nodeOf(String pod) {
        return cluster.list("Pod", "clusters-demo").stream()
                .filter(each -> Meta.name(each).startsWith(pod))
                .map(each -> String.valueOf(each.text("spec", "nodeName")))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of("Worker node", List.of(new Fault.NodeLost("cp-0")), "Available"),
                Arguments.of("Availability zone", List.of(new Fault.ZoneLost("zone-0")), "Available"),
                Arguments.of(
                        "Management cluster control plane",
                        List.of(new Fault.ManagementControlPlaneLost()),
                        "Available"),
                Arguments.of(
                        "Management cluster control plane and worker nodes",
                        List.of(
                                new Fault.ManagementControlPlaneLost(),
                                new Fault.ZoneLost("zone-0"),
                                new Fault.ZoneLost("zone-1"),
                                new Fault.ZoneLost("zone-2")),
                        "Not available"));
    }

    @ParameterizedTest(name = "{0}: the hosted API is {2}, the data plane is available")
    @MethodSource("table")
    void the_failed_component_has_its_impact(String component, List<Fault> faults, String expectedApiStatus) {
        List<String> before = nodesReadySince();
        assertThat(before).hasSize(1).allMatch(node -> node.startsWith("True since "));
        List<InjectedFault> injected =
                faults.stream().map(cluster.simulator::inject).toList();
        List<String> seen = new ArrayList<>();
        for (int minute = 0; minute < LONG_ENOUGH.toMinutes(); minute++) {
            cluster.simulator.advance(Duration.ofMinutes(1));
            seen.add(apiStatus());
        }
        assertThat(seen).containsOnly(expectedApiStatus);

        injected.forEach(InjectedFault::mend);
        assertThat(cluster.simulator.runUntil(this::allIsWell, Duration.ofMinutes(30)))
                .as(() -> cluster.get("HostedCluster", "clusters", "demo")
                        .array("status", "conditions")
                        .toString())
                .isTrue();
        // The data plane has not noticed.
        assertThat(nodesReadySince()).isEqualTo(before);
    }

    private boolean allIsWell() {
        JsonObject hosted = cluster.get("HostedCluster", "clusters", "demo");
        return apiStatus().equals("Available")
                && "True".equals(Cluster.condition(hosted, "Available").text("status"))
                && "False".equals(Cluster.condition(hosted, "Degraded").text("status"));
    }

    @Test
    void the_loss_of_two_zones_takes_the_quorum_and_the_data_are_there_when_it_returns() {
        Objects guest = cluster.simulator.guest("clusters", "demo").orElseThrow();
        guest.create(
                guest.resource("v1", "ConfigMap"),
                JsonObject.of("metadata", JsonObject.of("name", "kept", "namespace", "default")),
                "test");
        InjectedFault first = cluster.simulator.inject(new Fault.ZoneLost("zone-0"));
        InjectedFault second = cluster.simulator.inject(new Fault.ZoneLost("zone-1"));
        cluster.simulator.advance(Duration.ofMinutes(1));
        assertThat(apiStatus()).isEqualTo("Not available");
        cluster.simulator.advance(Duration.ofMinutes(2));
        JsonObject hosted = cluster.get("HostedCluster", "clusters", "demo");
        assertThat(Cluster.condition(hosted, "EtcdAvailable").text("reason")).isEqualTo("EtcdWaitingForQuorum");
        assertThat(Cluster.condition(hosted, "Available").text("message"))
                .isEqualTo("Waiting for etcd to reach quorum");

        first.mend();
        second.mend();
        assertThat(cluster.simulator.runUntil(this::allIsWell, Duration.ofMinutes(30)))
                .isTrue();
        Objects again = cluster.simulator.guest("clusters", "demo").orElseThrow();
        assertThat(again.get(again.resource("v1", "ConfigMap"), "default", "kept"))
                .isPresent();
    }

    @Test
    void etcd_members_and_api_servers_are_spread_over_the_zones() {
        for (String workload : List.of("etcd-", "kube-apiserver-")) {
            assertThat(cluster.list("Pod", "clusters-demo").stream()
                            .filter(pod -> Meta.name(pod).startsWith(workload))
                            .map(pod -> cluster.get("Node", "", pod.text("spec", "nodeName"))
                                    .text("metadata", "labels", "topology.kubernetes.io/zone")))
                    .as(workload)
                    .containsExactlyInAnyOrder("zone-0", "zone-1", "zone-2");
        }
        assertThat(nodeOf("virt-launcher-")).isEqualTo("workers");
    }

    @Test
    void nothing_is_done_in_a_management_cluster_without_its_control_plane() {
        InjectedFault lost = cluster.simulator.inject(new Fault.ManagementControlPlaneLost());
        int before = cluster.simulator.history().entries().size();
        cluster.simulator.advance(Duration.ofHours(2));
        assertThat(cluster.simulator.history().entries()).hasSize(before);
        assertThat(cluster.simulator.api().isListening()).isFalse();
        lost.mend();
        assertThat(cluster.simulator.api().isListening()).isTrue();
    }

    @Test
    void a_management_cluster_that_is_lost_altogether_takes_the_hosted_api_with_it() {
        InjectedFault lost = cluster.simulator.inject(new Fault.ManagementClusterLost());
        cluster.simulator.advance(Duration.ofMinutes(1));
        assertThat(apiStatus()).isEqualTo("Not available");
        lost.mend();
        assertThat(cluster.simulator.runUntil(this::allIsWell, Duration.ofMinutes(30)))
                .isTrue();
    }

    @Test
    void a_machine_is_not_seen_any_more_when_the_management_node_under_it_is_lost() {
        InjectedFault lost = cluster.simulator.inject(new Fault.NodeLost("workers"));
        cluster.simulator.advance(Duration.ofMinutes(1));
        assertThat(nodesReadySince()).hasSize(1).allMatch(node -> node.startsWith("Unknown since "));
        lost.mend();
        cluster.simulator.advance(Duration.ofMinutes(2));
        assertThat(nodesReadySince()).hasSize(1).allMatch(node -> node.startsWith("True since "));
    }

    @Test
    void a_machine_says_why_it_is_not_ready() {
        String machine = Meta.name(cluster.simulator
                .objects()
                .list(cluster.simulator.objects().resource("cluster.x-k8s.io/v1beta1", "Machine"), "clusters-demo")
                .get(0));
        InjectedFault fault = cluster.simulator.inject(
                new Fault.MachineNotReady("clusters-demo", machine, "KubeletNotReady", "PLEG is not healthy"));
        cluster.simulator.advance(Duration.ofMinutes(2));
        JsonObject pool = cluster.get("NodePool", "clusters", "demo");
        assertThat(Cluster.condition(pool, "AllNodesHealthy").text("status")).isEqualTo("False");
        assertThat(Cluster.condition(pool, "AllNodesHealthy").text("message"))
                .contains(machine + ": NodeConditionsFailed");
        Objects guest = cluster.simulator.guest("clusters", "demo").orElseThrow();
        JsonObject node = guest.list(guest.resource("v1", "Node"), "").get(0);
        assertThat(Cluster.condition(node, "Ready").text("message")).isEqualTo("PLEG is not healthy");
        fault.mend();
        cluster.simulator.advance(Duration.ofMinutes(2));
        assertThat(Cluster.condition(cluster.get("NodePool", "clusters", "demo"), "AllNodesHealthy")
                        .text("status"))
                .isEqualTo("True");
    }
}
