package dev.hcp.testkit;

import static dev.hcp.testkit.Clusters.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hcp.api.agent.Agent;
import dev.hcp.api.agent.AgentRole;
import dev.hcp.api.agent.AgentSpec;
import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.LiveStatus;
import dev.hcp.client.ResourceNotFoundException;
import dev.hcp.client.Tables;
import dev.hcp.client.status.ClusterStatus;
import dev.hcp.client.status.Table;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an administrator sees of a hosted cluster. */
@HcpTest
class SeeTest {
    @Test
    void a_status_has_both_sides_of_a_cluster(HcpClient hcp) {
        HostedClusterResource demo = Clusters.complete(hcp, 2);

        ClusterStatus status = demo.status();

        assertThat(status.platform()).isEqualTo("KubeVirt");
        assertThat(status.newest()).hasValueSatisfying(newest -> assertThat(newest.version() + " " + newest.state())
                .isEqualTo("4.16.5 Completed"));
        assertThat(status.hasCondition("Available")).isTrue();
        assertThat(status.components())
                .extracting(ClusterStatus.Component::name)
                .contains("etcd", "kube-apiserver", "ignition-server");
        assertThat(status.components()).allMatch(ClusterStatus.Component::isReady);
        assertThat(status.components())
                .filteredOn(component -> component.name().equals("kube-apiserver"))
                .allSatisfy(server -> {
                    assertThat(server.wanted()).isEqualTo(3);
                    assertThat(server.release()).isEqualTo(Clusters.release("4.16.5"));
                });
        assertThat(status.nodePools()).singleElement().satisfies(pool -> {
            assertThat(pool.wanted()).isEqualTo("2");
            assertThat(pool.nodes()).isEqualTo(2);
            assertThat(pool.version()).isEqualTo("4.16.5");
        });
        assertThat(status.machines())
                .hasSize(2)
                .allMatch(machine ->
                        machine.pool().equals("demo") && machine.phase().equals("Running"));
        assertThat(status.virtualMachines()).hasSize(2).allMatch(ClusterStatus.VirtualMachine::ready);
        assertThat(status.endpoints()).containsKeys("api", "ignition");
        assertThat(status.hosted()).hasValueSatisfying(hosted -> {
            assertThat(hosted.nodes())
                    .extracting(ClusterStatus.HostedNode::name)
                    .containsExactlyInAnyOrderElementsOf(status.machines().stream()
                            .map(ClusterStatus.NodeMachine::node)
                            .toList());
            assertThat(hosted.operators()).allMatch(ClusterStatus.Operator::isSettled);
        });
        assertThat(status).isEqualTo(demo.status());
        assertThat(status.toString())
                .startsWith("hosted cluster clusters/demo on KubeVirt, release " + Clusters.release("4.16.5"))
                .contains("node pools\n  NAME   WANTED   NODES   VERSION   NOT TRUE\n  demo   2        2       4.16.5");
    }

    @Test
    void a_cluster_that_is_just_being_made_has_a_status_too(HcpClient hcp) {
        assertThatThrownBy(() -> hcp.hostedCluster("clusters", "demo").status())
                .isInstanceOf(ResourceNotFoundException.class);

        ClusterStatus status = Clusters.begun(hcp, 1).status();

        assertThat(status.hosted()).isEmpty();
        assertThat(status.versions()).isEmpty();
        assertThat(status.toString()).contains("the hosted cluster does not answer yet");
    }

    @Test
    void tables_are_those_of_the_documentation(HcpClient hcp) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        Tables tables = hcp.tables();

        assertThat(tables.hostedClusters("clusters").columns())
                .containsExactly("NAME", "VERSION", "KUBECONFIG", "PROGRESS", "AVAILABLE", "PROGRESSING", "MESSAGE");
        assertThat(tables.hostedClusters("clusters").toString().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("demo   4.16.5    demo-admin-kubeconfig   Completed   True        False");
        assertThat(tables.nodePools("clusters").columns())
                .contains("DESIRED NODES", "CURRENT NODES", "UPDATINGVERSION");
        assertThat(tables.machines("clusters-demo").column("PHASE")).containsExactly("Running");
        assertThat(tables.virtualMachines("clusters-demo").column("READY")).containsExactly("True");
        assertThat(tables.pods("clusters-demo", "app=etcd").rows()).hasSize(3);
        assertThat(tables.hostedClusters("default").toString()).isEqualTo("No resources found");
        try (KubernetesClient guest = demo.guest()) {
            Tables hosted = demo.tables(guest);
            assertThat(hosted.nodes().column("STATUS")).containsExactly("Ready");
            assertThat(hosted.clusterVersion().column("VERSION")).containsExactly("4.16.5");
            assertThat(hosted.clusterOperators().column("NAME")).contains("console", "ingress");
            assertThatThrownBy(() -> hosted.get("/apis/example.com/v1/things"))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("does not have that kind");
        }
    }

    @Test
    void a_table_is_aligned_as_kubectl_aligns_it() {
        Table table = new Table(List.of("NAME", "STATE"), List.of(List.of("a", "up"), List.of("longer", "")));

        assertThat(table.toString()).isEqualTo("NAME     STATE\na        up\nlonger");
        assertThat(table.column("STATE")).containsExactly("up", "");
        assertThat(table.column("OTHER")).isEmpty();
    }

    @Test
    @Timeout(60)
    void a_live_view_tells_each_change(HcpClient hcp) throws Exception {
        HostedClusterResource demo = Clusters.begun(hcp, 1);
        List<ClusterStatus> seen = new CopyOnWriteArrayList<>();
        CountDownLatch completed = new CountDownLatch(1);

        try (LiveStatus live = demo.follow(status -> {
            seen.add(status);
            if (status.newest()
                            .filter(newest -> newest.state().equals("Completed"))
                            .isPresent()
                    && status.machines().stream()
                            .anyMatch(machine -> machine.phase().equals("Running"))) {
                completed.countDown();
            }
        })) {
            demo.awaitCompleted(LONG);
            demo.nodePool("demo").awaitReplicas(1, LONG);
            assertThat(completed.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(seen.get(0).versions()).isEmpty();
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i)).isNotEqualTo(seen.get(i - 1));
        }
        assertThat(seen.size()).isGreaterThan(2);
    }

    @Test
    @Timeout(60)
    void hosts_are_seen_where_they_register(HcpClient hcp) throws Exception {
        HostedClusterResource metal = hcp.hostedCluster("clusters", "metal");
        namespace(hcp.kubernetes(), "hosts");
        host(hcp.kubernetes(), "one");
        hcp.agentCluster("clusters", "metal")
                .agentNamespace("hosts")
                .apiServerAddress("192.0.2.1")
                .releaseImage(Clusters.release("4.16.5"))
                .pullSecret("{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}")
                .apply();
        CountDownLatch approved = new CountDownLatch(1);

        assertThat(metal.status().agents())
                .extracting(ClusterStatus.AgentHost::name, ClusterStatus.AgentHost::approved)
                .containsExactly(tuple("one", false));
        assertThat(metal.status().toString()).contains("agents\n  NAME   HOSTNAME");
        try (LiveStatus live = metal.follow(status -> {
            if (status.agents().stream().anyMatch(ClusterStatus.AgentHost::approved)) {
                approved.countDown();
            }
        })) {
            hcp.agents("hosts").approve("one", "worker-1");
            assertThat(approved.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(live.problem()).isEmpty();
        }
    }

    private static void namespace(KubernetesClient kubernetes, String name) {
        kubernetes
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    private static void host(KubernetesClient kubernetes, String name) {
        Agent agent = new Agent();
        agent.setMetadata(
                new ObjectMetaBuilder().withNamespace("hosts").withName(name).build());
        agent.setSpec(AgentSpec.builder().approved(false).role(AgentRole.WORKER).build());
        kubernetes.resource(agent).create();
    }
}
