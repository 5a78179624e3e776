package dev.hcp.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.world.Stage;
import dev.hcp.simulator.world.Timings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static Deployment deployment() {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(2)
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("example.com/web:1")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    @Test
    void a_read_of_a_revision_to_come_waits_for_it_where_the_transport_is_patient() {
        try (Simulator simulator = Simulator.builder().empty().start()) {
            String next = Long.toString(simulator.objects().revision() + 1);
            ApiRequest read = new ApiRequest(
                    "GET",
                    "/api/v1/namespaces/default/configmaps",
                    Map.of("resourceVersion", List.of(next)),
                    Map.of(),
                    new byte[0]);
            assertThat(simulator.api().handle(read).status()).isEqualTo(504);

            var answer = simulator.api().handle(read, event -> event).toCompletableFuture();
            assertThat(answer).isNotDone();
            simulator
                    .objects()
                    .create(
                            simulator.objects().resource("v1", "ConfigMap"),
                            JsonObject.of("metadata", JsonObject.of("namespace", "default", "name", "awaited")),
                            "test");

            assertThat(answer).isCompletedWithValueMatching(response -> response.status() == 200);
        }
    }

    @Test
    void nothing_happens_until_time_passes() {
        try (Simulator simulator = Simulator.start();
                KubernetesClient client = simulator.kubernetesClient()) {
            client.resource(deployment()).create();
            assertThat(client.pods().inNamespace("default").list().getItems()).isEmpty();
            assertThat(simulator.runUntilQuiet(Duration.ofMinutes(5))).isTrue();
            assertThat(client.pods().inNamespace("default").list().getItems()).hasSize(2);
        }
    }

    @Test
    void paced_time_lets_a_client_wait_as_on_a_real_cluster() {
        try (Simulator simulator = Simulator.start();
                KubernetesClient client = simulator.kubernetesClient()) {
            simulator.pace(1000);
            client.resource(deployment()).create();
            Deployment ready = client.apps()
                    .deployments()
                    .inNamespace("default")
                    .withName("web")
                    .waitUntilCondition(
                            found -> found != null
                                    && found.getStatus() != null
                                    && Objects.equals(found.getStatus().getReadyReplicas(), 2),
                            1,
                            TimeUnit.MINUTES);
            assertThat(ready.getStatus().getAvailableReplicas()).isEqualTo(2);
            simulator.stopPacing();
            Instant stopped = simulator.now();
            assertThat(stopped).isAfter(Instant.parse("2025-01-01T00:00:10Z"));
            assertThat(simulator.now()).isEqualTo(stopped);
        }
    }

    @Test
    void instant_timings_need_no_more_than_the_turns() {
        try (Simulator simulator =
                        Simulator.builder().timings(Timings.instant()).start();
                KubernetesClient client = simulator.kubernetesClient()) {
            client.resource(deployment()).create();
            assertThat(simulator.runUntilQuiet(Duration.ofSeconds(1))).isTrue();
            assertThat(client.pods().inNamespace("default").list().getItems())
                    .allMatch(pod -> "Running".equals(pod.getStatus().getPhase()));
        }
    }

    @Test
    void timings_and_nodes_and_zones_are_options() {
        try (Simulator simulator = Simulator.builder()
                        .timings(Timings.typical()
                                .withJitter(0)
                                .with(Stage.POD_START, Duration.ofMinutes(3))
                                .with(Stage.RECONCILE, Duration.ofSeconds(2)))
                        .nodes(2)
                        .zones(List.of("here"))
                        .start();
                KubernetesClient client = simulator.kubernetesClient()) {
            assertThat(client.nodes().list().getItems())
                    .hasSize(2)
                    .extracting((Node node) -> node.getMetadata().getLabels().get("topology.kubernetes.io/zone"))
                    .containsOnly("here");
            client.resource(deployment()).create();
            simulator.advance(Duration.ofMinutes(2));
            assertThat(client.pods().inNamespace("default").list().getItems())
                    .allMatch(pod -> "Pending".equals(pod.getStatus().getPhase()));
            simulator.advance(Duration.ofMinutes(2));
            assertThat(client.pods().inNamespace("default").list().getItems())
                    .allMatch(pod -> "Running".equals(pod.getStatus().getPhase()));
        }
        assertThatThrownBy(() -> Simulator.builder().nodes(-1)).isInstanceOf(HcpException.class);
        assertThatThrownBy(() -> Simulator.builder().zones(List.of())).isInstanceOf(HcpException.class);
        assertThatThrownBy(() -> Timings.typical().with(Stage.POD_START, Duration.ofSeconds(-1)))
                .isInstanceOf(HcpException.class);
        assertThatThrownBy(() -> Timings.typical().withJitter(2)).isInstanceOf(HcpException.class);
    }

    @Test
    void an_empty_simulator_is_an_api_server_and_nothing_else() {
        try (Simulator simulator = Simulator.builder().empty().start();
                KubernetesClient client = simulator.kubernetesClient()) {
            assertThat(client.nodes().list().getItems()).isEmpty();
            assertThat(client.namespaces().withName("kube-system").get()).isNotNull();
            client.resource(deployment()).create();
            simulator.advance(Duration.ofHours(1));
            assertThat(client.pods().inAnyNamespace().list().getItems()).isEmpty();
            assertThat(simulator.guest("clusters", "demo")).isEmpty();
        }
    }

    @Test
    void simulators_do_not_see_each_other() {
        ConfigMap config = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("mine")
                .withNamespace("default")
                .endMetadata()
                .build();
        try (Simulator one = Simulator.start();
                Simulator other = Simulator.start();
                KubernetesClient client = one.kubernetesClient();
                KubernetesClient otherClient = other.kubernetesClient()) {
            client.resource(config).create();
            assertThat(otherClient.resource(config).get()).isNull();
        }
    }

    @Test
    void the_history_names_commands_but_not_what_is_in_them() {
        try (Simulator simulator = Simulator.start();
                KubernetesClient client = simulator.kubernetesClient()) {
            client.resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("mine")
                            .withNamespace("default")
                            .endMetadata()
                            .addToData("key", "hidden")
                            .build())
                    .create();
            assertThat(simulator.history().text())
                    .contains("0:00:00.000 command POST /api/v1/namespaces/default/configmaps")
                    .contains("command created ConfigMap default/mine")
                    .doesNotContain("hidden");
        }
    }

    @Test
    void the_operator_tells_which_releases_it_supports() {
        try (Simulator simulator = Simulator.start()) {
            simulator.runUntilQuiet(Duration.ofMinutes(1));
            ConfigMap told = simulator
                    .kubernetesClient()
                    .configMaps()
                    .inNamespace("hypershift")
                    .withName("supported-versions")
                    .get();
            assertThat(told.getData())
                    .containsEntry("supported-versions", "{\"versions\":[\"4.17\",\"4.16\",\"4.15\",\"4.14\"]}")
                    .containsKey("server-version");
        }
    }
}
