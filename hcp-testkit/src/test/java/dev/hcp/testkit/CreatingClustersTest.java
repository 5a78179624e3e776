package dev.hcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.hypershift.NodePool;
import dev.hcp.client.AlreadyExistsException;
import dev.hcp.client.CreateKubeVirtCluster;
import dev.hcp.client.HcpClient;
import dev.hcp.client.InvalidOptionsException;
import dev.hcp.client.Kubeconfigs;
import dev.hcp.client.MissingDefinitionsException;
import dev.hcp.client.ResourceDiff;
import dev.hcp.client.ResourceDiff.Change;
import dev.hcp.client.ResourceNotFoundException;
import dev.hcp.client.UnreachableException;
import dev.hcp.client.WaitTimeoutException;
import dev.hcp.simulator.Simulator;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreatingClustersTest {
    private static final String PULL_SECRET = "{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}";
    private static final String RELEASE = "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64";
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Simulator simulator = Simulator.start();
    private final KubernetesClient kubernetes = simulator.kubernetesClient();
    private final HcpClient hcp = HcpClient.builder(kubernetes)
            .waiting(simulator::runUntil)
            .guestHttpClients(simulator.httpClientFactory())
            .build();

    @AfterEach
    void close() {
        kubernetes.close();
        simulator.close();
    }

    private CreateKubeVirtCluster demo() {
        return hcp.kubeVirtCluster("clusters", "demo")
                .releaseImage(RELEASE)
                .pullSecret(PULL_SECRET)
                .nodePoolReplicas(2);
    }

    @Test
    void a_difference_tells_what_is_new_what_changes_and_what_stays_and_no_secret() {
        CreateKubeVirtCluster create = demo();
        assertThat(create.diff()).extracting(ResourceDiff::change).containsOnly(Change.NEW);

        create.apply();
        assertThat(create.diff())
                .filteredOn(diff -> !diff.kind().equals("HostedCluster"))
                .as("all but the cluster, which the operator completes")
                .extracting(ResourceDiff::change)
                .containsOnly(Change.SAME);

        List<ResourceDiff> changed =
                create.nodePoolReplicas(5).pullSecret("{\"auths\":{}}").diff();
        assertThat(changed)
                .filteredOn(diff -> diff.kind().equals("NodePool"))
                .singleElement()
                .hasToString("~ NodePool clusters/demo\n    spec.replicas: 2 -> 5");
        assertThat(changed)
                .filteredOn(diff -> diff.name().equals("demo-pull-secret"))
                .singleElement()
                .hasToString("~ Secret clusters/demo-pull-secret\n    data..dockerconfigjson: differs (not shown)");
        assertThat(kubernetes
                        .resources(NodePool.class)
                        .inNamespace("clusters")
                        .withName("demo")
                        .get()
                        .getSpec()
                        .getReplicas())
                .as("nothing was changed")
                .isEqualTo(2);
    }

    @Test
    void applying_tells_of_each_object_and_refuses_a_second_cluster_of_the_name() {
        List<String> told = new ArrayList<>();
        demo().apply(told::add);

        assertThat(told)
                .containsExactly(
                        "Namespace clusters",
                        "Secret demo-pull-secret",
                        "Secret demo-etcd-encryption-key",
                        "HostedCluster demo",
                        "NodePool demo");
        assertThatThrownBy(() -> demo().apply())
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("clusters/demo already exists");
    }

    @Test
    void what_does_not_fit_the_management_cluster_is_refused_before_anything_is_applied() {
        assertThatThrownBy(() -> hcp.agentCluster("clusters", "demo")
                        .agentNamespace("agents")
                        .releaseImage(RELEASE)
                        .pullSecret(PULL_SECRET)
                        .arch("arm64")
                        .apply())
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("arch is arm64")
                .hasMessageContaining("amd64")
                .hasMessageContaining("agentNamespace 'agents' does not exist");
        assertThat(kubernetes.namespaces().withName("clusters").get())
                .as("nothing was applied")
                .isNull();
    }

    @Test
    void the_address_of_the_first_node_is_taken_where_none_is_given() {
        String address = kubernetes.nodes().list().getItems().get(0).getStatus().getAddresses().stream()
                .filter(a -> a.getType().equals("InternalIP"))
                .findFirst()
                .orElseThrow()
                .getAddress();

        assertThat(hcp.agentCluster("clusters", "demo").agentNamespace("agents").render())
                .contains("address: " + address);
        assertThat(hcp.noneCluster("clusters", "demo").render()).contains("address: " + address);
    }

    @Test
    void a_node_pool_is_checked_against_its_cluster() {
        assertThatThrownBy(() -> hcp.kubeVirtNodePool("clusters", "extra")
                        .clusterName("demo")
                        .render())
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("clusters/demo does not exist");
        demo().apply();
        assertThatThrownBy(() -> hcp.agentNodePool("clusters", "extra")
                        .clusterName("demo")
                        .render())
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("clusterName demo is a cluster on KubeVirt");

        hcp.hostedCluster("clusters", "demo").awaitAvailable(AN_HOUR);
        assertThatThrownBy(() -> hcp.kubeVirtNodePool("clusters", "extra")
                        .clusterName("demo")
                        .arch("arm64")
                        .apply())
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("arch must be amd64");

        hcp.kubeVirtNodePool("clusters", "extra")
                .clusterName("demo")
                .nodeCount(1)
                .apply();
        hcp.nodePool("clusters", "extra").awaitReplicas(1, AN_HOUR);
        assertThat(hcp.nodePool("clusters", "extra")
                        .get()
                        .getSpec()
                        .getRelease()
                        .getImage())
                .isEqualTo(RELEASE);
        assertThatThrownBy(() -> hcp.kubeVirtNodePool("clusters", "extra")
                        .clusterName("demo")
                        .apply())
                .isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void a_destroyed_cluster_takes_its_secrets_along_and_may_be_destroyed_again() {
        demo().infraId("demo-abcde").apply().awaitAvailable(AN_HOUR);

        hcp.hostedCluster("clusters", "demo").destroy().gracePeriod(AN_HOUR).run();

        assertThat(hcp.hostedCluster("clusters", "demo").find()).isEmpty();
        assertThat(kubernetes
                        .secrets()
                        .inNamespace("clusters")
                        .withLabel("hypershift.openshift.io/auto-created-for-infra", "demo-abcde")
                        .list()
                        .getItems())
                .isEmpty();
        assertThatThrownBy(() -> hcp.hostedCluster("clusters", "demo").destroy().run())
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("infraId is required");
        hcp.hostedCluster("clusters", "demo").destroy().infraId("demo-abcde").run();
    }

    @Test
    void a_cluster_that_does_not_go_in_time_is_told_with_its_last_state() {
        demo().apply().awaitAvailable(AN_HOUR);

        assertThatThrownBy(() -> hcp.hostedCluster("clusters", "demo")
                        .destroy()
                        .gracePeriod(Duration.ofMillis(1))
                        .run())
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("destroy it again for the Secrets")
                .hasMessageContaining("being deleted, finalizers");
    }

    @Test
    void kubeconfigs_of_a_namespace_become_one_and_those_that_are_not_there_are_told() {
        demo().apply().awaitAvailable(AN_HOUR);
        hcp.noneCluster("clusters", "other")
                .releaseImage(RELEASE)
                .pullSecret(PULL_SECRET)
                .apply();

        Kubeconfigs all = hcp.kubeconfigs("clusters");

        assertThat(all.text()).contains("current-context: clusters-demo").contains("name: clusters-demo-admin");
        assertThat(Config.fromKubeconfig(all.text()).getMasterUrl()).isNotBlank();
        assertThat(all.skipped()).singleElement().asString().contains("clusters/other is left out");
    }

    @Test
    void what_the_operator_supports_is_what_it_tells() {
        simulator.advance(Duration.ofMinutes(1));

        assertThat(hcp.supportedVersions("hypershift").versions()).contains("4.17");
        assertThatThrownBy(() -> hcp.supportedVersions("elsewhere"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("no HyperShift operator");
    }

    @Test
    void a_management_cluster_without_hypershift_is_told_how_to_get_it() {
        try (Simulator bare = Simulator.builder().empty().start();
                KubernetesClient client = bare.kubernetesClient()) {
            assertThatThrownBy(() -> HcpClient.of(client)
                            .hostedCluster("clusters", "demo")
                            .get())
                    .isInstanceOf(MissingDefinitionsException.class)
                    .hasMessageContaining("hostedclusters.hypershift.openshift.io")
                    .hasMessageContaining("install HyperShift first");
            assertThatThrownBy(() -> HcpClient.of(client)
                            .kubeVirtCluster("clusters", "demo")
                            .releaseImage(RELEASE)
                            .pullSecret(PULL_SECRET)
                            .apply())
                    .isInstanceOfSatisfying(MissingDefinitionsException.class, e -> assertThat(e.applied())
                            .isEmpty())
                    .hasMessageContaining("install HyperShift first");
            assertThat(client.namespaces().withName("clusters").get())
                    .as("nothing is applied")
                    .isNull();
        }
    }

    @Test
    void a_management_cluster_that_does_not_answer_is_told_as_such() {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl("https://127.0.0.1:1")
                .withRequestRetryBackoffLimit(0)
                .build();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            assertThatThrownBy(() -> HcpClient.of(client).hostedClusters())
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("does not answer");
        }
    }
}
