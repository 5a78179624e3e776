package dev.hcp.simulator.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Reachability;
import dev.hcp.reconcilers.operator.HcpOperator;
import dev.hcp.reconcilers.operator.Shard;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import dev.hcp.simulator.world.ReleasesByTag;
import dev.hcp.simulator.world.Timings;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator runtime over HTTPS, on a management cluster that has no HyperShift of its own. */
class OperatorTest {
    private static final String HYPERSHIFT = "hypershift.openshift.io/v1beta1";
    private static final double PACE = 60;

    private HttpApiServer server;
    private Simulator simulator;

    @BeforeEach
    void start() {
        server = HttpApiServer.listen(ServerSettings.loopback("test-token"));
        simulator = Simulator.builder()
                .withoutHyperShift()
                .timings(Timings.instant())
                .start();
        simulator.servedAt(server.url(), server.certificateAuthority().orElseThrow());
        server.serve(simulator.served());
        simulator.pace(PACE);
    }

    @AfterEach
    void stop() {
        server.close();
        simulator.close();
    }

    private KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.kubeconfig()))
                .build();
    }

    private HcpOperator.Builder operator(KubernetesClient client) {
        return HcpOperator.builder(client)
                .reachability(Reachability.EVERYTHING)
                .pace(PACE)
                .clock(simulator::now)
                .releases(new ReleasesByTag())
                .keyMaterial(simulator.keyMaterial())
                .managementCluster(simulator.managementCluster())
                .hostedApis((namespace, name) -> Optional.of(simulator.hostedApi(namespace, name)));
    }

    @Test
    void a_cluster_is_brought_up_with_its_nodes_and_removed_without_a_trace() {
        List<KubernetesClient> hosted = new CopyOnWriteArrayList<>();
        try (KubernetesClient client = client();
                HcpOperator operator = operator(client)
                        .hostedClients(config -> {
                            KubernetesClient inside = new KubernetesClientBuilder()
                                    .withConfig(config)
                                    .build();
                            hosted.add(inside);
                            return inside;
                        })
                        .start()) {
            createCluster();

            await("HostedCluster", cluster -> completed(cluster, "4.17.0"));
            await("NodePool", pool -> pool.integer(0, "status", "replicas") == 2);
            assertThat(operator.health().following()).isTrue();

            delete("HostedCluster");
            until(() -> find("HostedCluster", "clusters").isEmpty());
            assertThat(hosted).isNotEmpty();
            until(() ->
                    hosted.stream().allMatch(inside -> inside.getHttpClient().isClosed()));
        }
    }

    @Test
    void one_that_dies_in_the_middle_of_an_upgrade_is_replaced_by_another_that_ends_it_right() {
        try (KubernetesClient client = client()) {
            HcpOperator first = operator(client).start();
            createCluster();
            await("HostedCluster", cluster -> completed(cluster, "4.17.0"));
            await("NodePool", pool -> pool.integer(0, "status", "replicas") == 2);

            patch("HostedCluster", "spec", "release", "image", TestClusters.image("4.17.3"));
            patch("NodePool", "spec", "release", "image", TestClusters.image("4.17.3"));
            await("HostedControlPlane", "clusters-demo", plane -> TestClusters.image("4.17.3")
                    .equals(plane.text("spec", "releaseImage")));
            first.close();
            assertThat(find("HostedCluster", "clusters").filter(cluster -> completed(cluster, "4.17.3")))
                    .as("it died before the upgrade was over")
                    .isEmpty();

            try (HcpOperator second = operator(client).start()) {
                await("HostedCluster", cluster -> completed(cluster, "4.17.3"));
                await("NodePool", pool -> "4.17.3".equals(pool.text("status", "version")));
                assertThat(second.health().started()).isTrue();
            }
        }
    }

    @Test
    void of_two_with_a_lease_one_works_and_the_other_takes_over_when_it_ends() {
        try (KubernetesClient client = client();
                KubernetesClient otherClient = client()) {
            HcpOperator first = elected(client, "first").start();
            await("Lease", "default", lease -> "first".equals(lease.text("spec", "holderIdentity")));
            try (HcpOperator second = elected(otherClient, "second").start()) {
                createCluster();
                await("HostedCluster", cluster -> !cluster.array("metadata", "finalizers")
                        .isEmpty());

                first.close();

                await("Lease", "default", lease -> "second".equals(lease.text("spec", "holderIdentity")));
                await("HostedCluster", cluster -> completed(cluster, "4.17.0"));
                assertThat(second.health().started()).isTrue();
            }
        }
    }

    private HcpOperator.Builder elected(KubernetesClient client, String identity) {
        return operator(client)
                .leaderElection(
                        "default",
                        "hcp-operator",
                        identity,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(1500),
                        Duration.ofMillis(200));
    }

    @Test
    void each_looks_after_the_clusters_of_its_shard_alone() {
        try (KubernetesClient client = client();
                HcpOperator operator =
                        operator(client).shard(Shard.ALL.labelled("shard", "b")).start()) {
            createCluster();
            JsonObject labelled =
                    hostedCluster().withAt("other", "metadata", "name").withAt("b", "metadata", "labels", "shard");
            create(labelled);

            await("HostedControlPlane", "clusters-other", "other", found -> true);

            assertThat(find("HostedCluster", "clusters").orElseThrow().array("metadata", "finalizers"))
                    .isEmpty();
            assertThat(operator.health().started()).isTrue();
        }
    }

    private void createCluster() {
        create(TestClusters.namespace());
        create(TestClusters.pullSecret("demo"));
        create(hostedCluster());
        create(TestClusters.nodePool("demo", "4.17.0", 2));
    }

    private static JsonObject hostedCluster() {
        return TestClusters.hostedCluster("demo", "4.17.0")
                .withAt("SingleReplica", "spec", "controllerAvailabilityPolicy")
                .withoutAt("spec", "infraID");
    }

    private void create(JsonObject object) {
        simulator.objects().create(type(object), object, "test");
    }

    private ResourceType type(JsonObject object) {
        return simulator
                .objects()
                .resource(String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind")));
    }

    private void delete(String kind) {
        simulator
                .objects()
                .delete(resource(kind), "clusters", "demo", new Objects.Deletion("Background", null, null, null));
    }

    private void patch(String kind, String... pathAndText) {
        int last = pathAndText.length - 1;
        JsonObject patch = JsonObject.EMPTY.withAt(pathAndText[last], Arrays.copyOf(pathAndText, last));
        simulator.objects().mergePatch(resource(kind), "clusters", "demo", null, patch, "test");
    }

    private Optional<JsonObject> find(String kind, String namespace) {
        return simulator.objects().get(resource(kind), namespace, "demo");
    }

    private void await(String kind, Predicate<JsonObject> condition) {
        await(kind, "clusters", condition);
    }

    private void await(String kind, String namespace, Predicate<JsonObject> condition) {
        await(kind, namespace, kind.equals("Lease") ? "hcp-operator" : "demo", condition);
    }

    private void await(String kind, String namespace, String name, Predicate<JsonObject> condition) {
        until(() -> simulator
                .objects()
                .get(resource(kind), namespace, name)
                .filter(condition)
                .isPresent());
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private ResourceType resource(String kind) {
        return simulator.objects().resource(kind.equals("Lease") ? "coordination.k8s.io/v1" : HYPERSHIFT, kind);
    }

    private static boolean completed(JsonObject cluster, String version) {
        JsonArray history = cluster.array("status", "version", "history");
        return !history.isEmpty()
                && history.get(0) instanceof JsonObject newest
                && "Completed".equals(newest.text("state"))
                && version.equals(newest.text("version"));
    }
}
