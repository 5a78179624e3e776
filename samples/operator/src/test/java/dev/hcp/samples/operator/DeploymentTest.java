package dev.hcp.samples.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.platforms.Reachability;
import dev.hcp.reconcilers.operator.HcpOperator;
import dev.hcp.reconcilers.operator.ManagementClusters;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import dev.hcp.simulator.world.ReleasesByTag;
import dev.hcp.simulator.world.Timings;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The manifests, applied to a management cluster where roles decide, and the operator with the account they make. */
class DeploymentTest {
    private static final String NAMESPACE = "hosted-operator";
    private static final double PACE = 60;

    private final HttpApiServer server = HttpApiServer.listen(ServerSettings.loopback("administrator"));
    private final Simulator simulator = Simulator.builder()
            .withoutHyperShift()
            .roleBasedAccess()
            .timings(Timings.instant())
            .start();
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    DeploymentTest() {
        simulator.servedAt(server.url(), server.certificateAuthority().orElseThrow());
        server.serve(simulator.served());
        simulator.pace(PACE);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.close();
        simulator.close();
    }

    private int main(String... arguments) {
        CommandLine line = Main.commandLine();
        // Buffered, as the real ones are: what is not flushed is lost.
        line.setOut(new PrintWriter(new BufferedWriter(out)));
        line.setErr(new PrintWriter(new BufferedWriter(err)));
        return line.execute(arguments);
    }

    private KubernetesClient administrator() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.kubeconfig()))
                .build();
    }

    /** What {@code kubectl create --validate=strict} does with what the command prints. */
    private void applyManifests(KubernetesClient administrator) {
        assertThat(main("manifests", "--namespace", NAMESPACE, "--image", "registry.example.com/hcp-operator:1"))
                .isZero();
        for (String document : out.toString().split("(?m)^---\\s*$")) {
            if (!document.isBlank()) {
                create(administrator, document);
            }
        }
    }

    private static void create(KubernetesClient client, String document) {
        HasMetadata object = Serialization.unmarshal(document, GenericKubernetesResource.class);
        client.resource(object)
                .fieldValidation(FieldValidateable.Validation.STRICT)
                .create();
    }

    /** A client with the operator's account, as a pod of the Deployment has it. */
    private KubernetesClient operatorAccount(KubernetesClient administrator) {
        Deployment deployment = administrator
                .apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName(Manifests.NAME)
                .get();
        String token = administrator
                .serviceAccounts()
                .inNamespace(NAMESPACE)
                .withName(deployment.getSpec().getTemplate().getSpec().getServiceAccountName())
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(Duration.ofDays(1).toSeconds())
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl(server.url())
                        .withCaCertData(administrator.getConfiguration().getCaCertData())
                        .withOauthToken(token)
                        .build())
                .build();
    }

    private HcpOperator.Builder options(KubernetesClient client) {
        return HcpOperator.builder(client)
                .reachability(Reachability.EVERYTHING)
                .pace(PACE)
                .clock(simulator::now)
                .releases(new ReleasesByTag())
                .keyMaterial(simulator.keyMaterial())
                .managementCluster(simulator.managementCluster())
                .hostedApis((namespace, name) -> Optional.of(simulator.hostedApi(namespace, name)));
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    @Test
    void an_operator_with_the_account_of_the_manifests_serves_a_hosted_cluster_and_tells_of_it() throws Exception {
        try (KubernetesClient administrator = administrator()) {
            applyManifests(administrator);
            try (KubernetesClient client = operatorAccount(administrator)) {
                assertThat(ManagementClusters.discover(client, OperatorOptions.DEFAULTS, Map.of())
                                .routes())
                        .as("what the cluster offers can be found out with the account")
                        .isTrue();
                RunCommand run = new RunCommand();
                new CommandLine(run).parseArgs("--port", "0", "--lease-namespace", NAMESPACE, "--identity", "pod-1");
                Future<Integer> running = threads.submit(() -> run.run(client, options(client)));
                int port = run.listening.get(1, TimeUnit.MINUTES);
                assertThat(get(port, "/livez")).isEqualTo("200 ok");
                until(() -> get(port, "/readyz").equals("200 ok"));

                for (String document : TestObjects.CLUSTER) {
                    create(administrator, document);
                }

                until(() -> {
                    JsonObject cluster = Json.toTree(administrator
                            .genericKubernetesResources("hypershift.openshift.io/v1beta1", "HostedCluster")
                            .inNamespace("clusters")
                            .withName("demo")
                            .get());
                    return cluster.array("status", "version", "history").stream()
                            .anyMatch(entry ->
                                    entry instanceof JsonObject tree && "Completed".equals(tree.text("state")));
                });
                String metrics = get(port, "/metrics");
                assertThat(metrics.lines())
                        .anyMatch(line -> line.startsWith("hypershift_hostedclusters{platform=\"KubeVirt\"} 1"))
                        .anyMatch(
                                line -> line.matches(
                                        "hypershift_cluster_proxy\\{_id=\"[0-9a-f-]{36}\",name=\"demo\",namespace=\"clusters\".*"))
                        .anyMatch(
                                line -> line.startsWith("hypershift_hosted_cluster_transition_seconds_bucket{condition="
                                        + "\"EtcdAvailable\",le=\"3600.0\"} 1"))
                        .anyMatch(line -> line.startsWith("reconciliations_"));
                assertThat(administrator
                                .leases()
                                .inNamespace(NAMESPACE)
                                .withName("hcp-operator")
                                .get()
                                .getSpec()
                                .getHolderIdentity())
                        .isEqualTo("pod-1");

                threads.shutdownNow();
                assertThat(running.get(1, TimeUnit.MINUTES))
                        .as("it ends in peace")
                        .isZero();
            }
        }
    }

    @Test
    void the_deployment_finds_what_it_refers_to_and_its_pods_run() {
        try (KubernetesClient administrator = administrator()) {
            applyManifests(administrator);

            until(() -> {
                Deployment deployment = administrator
                        .apps()
                        .deployments()
                        .inNamespace(NAMESPACE)
                        .withName(Manifests.NAME)
                        .get();
                Integer available = deployment.getStatus() == null
                        ? null
                        : deployment.getStatus().getAvailableReplicas();
                return available != null && available == 2;
            });
            assertThat(administrator
                            .policy()
                            .v1()
                            .podDisruptionBudget()
                            .inNamespace(NAMESPACE)
                            .withName(Manifests.NAME)
                            .get()
                            .getSpec()
                            .getMaxUnavailable()
                            .getIntVal())
                    .isEqualTo(1);
        }
    }

    @Test
    void the_options_of_the_deployment_are_options_of_the_command() {
        JsonObject pod = new Manifests(NAMESPACE, "image", 2)
                .all().stream()
                        .filter(object -> "Deployment".equals(object.text("kind")))
                        .findFirst()
                        .orElseThrow()
                        .object("spec", "template", "spec");
        JsonObject container = (JsonObject) pod.array("containers").get(0);
        List<String> variables = new ArrayList<>();
        container.array("env").forEach(variable -> variables.add(String.valueOf(((JsonObject) variable).text("name"))));

        assertThat(Main.commandLine().getSubcommands())
                .containsKey(String.valueOf(container.array("args").get(0)));
        assertThat(variables).containsExactly("POD_NAME", "POD_NAMESPACE");
        List<String> defaults = Arrays.stream(RunCommand.class.getDeclaredFields())
                .map(field -> field.getAnnotation(CommandLine.Option.class))
                .filter(Objects::nonNull)
                .map(CommandLine.Option::defaultValue)
                .toList();
        for (String variable : variables) {
            assertThat(defaults).anyMatch(value -> value.startsWith("${env:" + variable));
        }
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_a_stack_trace(@TempDir Path directory) throws IOException {
        Path kubeconfig = directory.resolve("kubeconfig");
        Files.writeString(kubeconfig, server.kubeconfig().replace(server.url(), "https://127.0.0.1:1"));

        assertThat(main("run", "--kubeconfig", kubeconfig.toString(), "--port", "0"))
                .isEqualTo(1);

        assertThat(err.toString())
                .startsWith("error: the API server of the management cluster, https://127.0.0.1:1/, does not answer")
                .doesNotContain("\tat ");
    }

    @Test
    void a_lease_without_a_holder_is_refused(@TempDir Path directory) throws IOException {
        Path kubeconfig = directory.resolve("kubeconfig");
        Files.writeString(kubeconfig, server.kubeconfig());

        assertThat(main("run", "--kubeconfig", kubeconfig.toString(), "--port", "0", "--lease-namespace", "default"))
                .isEqualTo(1);

        assertThat(err.toString()).startsWith("error: a lease needs a holder: give --identity or POD_NAME");
    }
}
