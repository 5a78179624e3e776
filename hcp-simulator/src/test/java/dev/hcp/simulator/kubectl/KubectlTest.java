package dev.hcp.simulator.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people do with kubectl, against the API server alone: nothing happens but what kubectl asks for. */
@Tag("kubectl")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final String TOMATOES = """
            apiVersion: farm.example.com/v1
            kind: Greenhouse
            metadata:
              name: %s
              labels: {side: south}
            spec:
              crop: tomato
            """;

    private HttpApiServer server;
    private Kubectl kubectl;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        server = HttpApiServer.listen(ServerSettings.loopback("test-token"));
        ApiServer api = new ApiServer(ApiServerOptions.of(() -> NOW, Identifiers.seeded(1)));
        server.serve(new ServedApis(api, GuestApis.NONE));
        kubectl = new Kubectl(home, server.kubeconfig());
        kubectl.runWith(resource("greenhouses.yaml"), "create", "-f", "-");
        kubectl.run("wait", "--for=condition=Established", "crd/greenhouses.farm.example.com", "--timeout=10s");
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void version_and_api_resources() {
        assertThat(kubectl.run("version")).contains("Server Version: v1.32");
        assertThat(kubectl.run("api-resources"))
                .containsPattern("greenhouses +gh +farm.example.com/v1 +true +Greenhouse");
        assertThat(kubectl.run("api-versions")).contains("farm.example.com/v1", "apps/v1");
    }

    @Test
    void apply_creates_then_changes_what_differs() {
        String namespace = namespace("apply");
        String manifest = TOMATOES.formatted("one");
        assertThat(kubectl.runWith(manifest, "apply", "-n", namespace, "-f", "-"))
                .isEqualTo("greenhouse.farm.example.com/one created\n");
        assertThat(kubectl.runWith(manifest, "apply", "-n", namespace, "-f", "-"))
                .isEqualTo("greenhouse.farm.example.com/one unchanged\n");
        String changed = manifest + "  beds: 4\n";
        Kubectl.Result difference = kubectl.attempt(changed, "diff", "-n", namespace, "-f", "-");
        assertThat(difference.exitCode()).as(difference.toString()).isEqualTo(1);
        assertThat(difference.out()).contains("-  beds: 1", "+  beds: 4");
        assertThat(kubectl.runWith(changed, "apply", "-n", namespace, "-f", "-"))
                .contains("configured");
        assertThat(kubectl.run("get", "-n", namespace, "gh/one", "-o", "jsonpath={.spec.beds}"))
                .isEqualTo("4");
    }

    @Test
    void apply_changes_built_in_kinds_by_strategic_merge() {
        String namespace = namespace("strategic");
        String deployment = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                      - {name: first, image: one}
                      - {name: second, image: two}
                """;
        kubectl.runWith(deployment, "apply", "-n", namespace, "-f", "-");
        kubectl.runWith(deployment.replace("image: two", "image: three"), "apply", "-n", namespace, "-f", "-");
        assertThat(kubectl.run(
                        "get",
                        "-n",
                        namespace,
                        "deploy/web",
                        "-o",
                        "jsonpath={.spec.template.spec.containers[*].image}"))
                .isEqualTo("one three");
        kubectl.run("scale", "-n", namespace, "deploy/web", "--replicas=5");
        assertThat(kubectl.run("get", "-n", namespace, "deploy/web", "-o", "jsonpath={.spec.replicas}"))
                .isEqualTo("5");
        kubectl.run("set", "image", "-n", namespace, "deploy/web", "first=four");
        assertThat(kubectl.run("get", "-n", namespace, "deploy", "--no-headers"))
                .startsWith("web");
    }

    @Test
    void server_side_apply_reports_conflicts_and_can_be_forced() {
        String namespace = namespace("ssa");
        String manifest = TOMATOES.formatted("one");
        kubectl.runWith(manifest, "apply", "-n", namespace, "--server-side", "--field-manager=gardener", "-f", "-");
        String mine = manifest.replace("tomato", "pepper");
        Kubectl.Result conflict = kubectl.attempt(
                mine, "apply", "-n", namespace, "--server-side", "--field-manager=neighbour", "-f", "-");
        assertThat(conflict.exitCode()).isEqualTo(1);
        assertThat(conflict.err()).contains("conflict with \"gardener\": .spec.crop");
        kubectl.runWith(
                mine,
                "apply",
                "-n",
                namespace,
                "--server-side",
                "--field-manager=neighbour",
                "--force-conflicts",
                "-f",
                "-");
        assertThat(kubectl.run("get", "-n", namespace, "gh/one", "-o", "jsonpath={.spec.crop}"))
                .isEqualTo("pepper");
    }

    @Test
    void get_prints_the_columns_of_the_definition() {
        String namespace = namespace("columns");
        kubectl.runWith(TOMATOES.formatted("one"), "create", "-n", namespace, "-f", "-");
        assertThat(kubectl.run("get", "-n", namespace, "greenhouses").lines())
                .satisfiesExactly(head -> assertThat(head).matches("NAME +CROP +BEDS +RIPE *"), row -> assertThat(row)
                        .matches("one +tomato +1 *"));
        assertThat(kubectl.run("get", "farm", "-A", "-l", "side in (south,west)"))
                .contains("NAMESPACE", namespace);
        assertThat(kubectl.run("get", "-n", namespace, "gh/one", "-o", "yaml")).contains("crop: tomato");
    }

    @Test
    void an_object_that_does_not_fit_the_schema_is_refused() {
        String namespace = namespace("invalid");
        Kubectl.Result refused = kubectl.attempt(
                TOMATOES.formatted("one").replace("tomato", "rose"), "apply", "-n", namespace, "-f", "-");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("The Greenhouse \"one\" is invalid: spec.crop: Unsupported value: \"rose\"");
        Kubectl.Result unknown =
                kubectl.attempt(TOMATOES.formatted("one") + "  doors: 2\n", "apply", "-n", namespace, "-f", "-");
        assertThat(unknown.err()).contains("unknown field \"spec.doors\"");
    }

    @Test
    void patch_scale_label_annotate_and_edit_change_objects() {
        String namespace = namespace("change");
        kubectl.runWith(TOMATOES.formatted("one"), "create", "-n", namespace, "-f", "-");
        kubectl.run("patch", "-n", namespace, "gh/one", "--type=merge", "-p", "{\"spec\":{\"heated\":true}}");
        kubectl.run(
                "patch",
                "-n",
                namespace,
                "gh/one",
                "--type=json",
                "-p",
                "[{\"op\":\"replace\",\"path\":\"/spec/crop\",\"value\":\"pepper\"}]");
        kubectl.run("scale", "-n", namespace, "gh/one", "--replicas=7");
        kubectl.run("label", "-n", namespace, "gh/one", "side=north", "--overwrite");
        kubectl.run("annotate", "-n", namespace, "gh/one", "note=watered");
        assertThat(
                        kubectl.run(
                                "get",
                                "-n",
                                namespace,
                                "gh/one",
                                "-o",
                                "jsonpath={.spec.heated} {.spec.crop} {.spec.beds} {.metadata.labels.side} {.metadata.annotations.note}"))
                .isEqualTo("true pepper 7 north watered");
    }

    @Test
    void wait_returns_when_the_condition_comes_true_and_watch_prints_the_change() throws Exception {
        String namespace = namespace("wait");
        kubectl.runWith(TOMATOES.formatted("one"), "create", "-n", namespace, "-f", "-");
        try (Kubectl.Following watch = kubectl.follow("get", "-n", namespace, "gh", "-w");
                Kubectl.Following wait =
                        kubectl.follow("wait", "-n", namespace, "--for=condition=Ripe", "gh/one", "--timeout=30s")) {
            watch.lineMatching("one +tomato +1 *");
            kubectl.run(
                    "patch",
                    "-n",
                    namespace,
                    "gh/one",
                    "--subresource=status",
                    "--type=merge",
                    "-p",
                    "{\"status\":{\"conditions\":[{\"type\":\"Ripe\",\"status\":\"True\"}]}}");
            watch.lineMatching("one +tomato +1 +True *");
            wait.lineMatching("greenhouse.farm.example.com/one condition met");
        }
    }

    @Test
    void describe_and_explain_show_objects_and_schemas() {
        String namespace = namespace("describe");
        kubectl.runWith(TOMATOES.formatted("one"), "create", "-n", namespace, "-f", "-");
        assertThat(kubectl.run("describe", "-n", namespace, "gh", "one"))
                .contains("Name:         one", "Kind:         Greenhouse", "Crop:  tomato");
        assertThat(kubectl.run("explain", "greenhouse.spec.crop"))
                .contains("KIND:       Greenhouse", "FIELD: crop <string>", "What grows in it.");
        assertThat(kubectl.run("explain", "pods.spec.containers")).contains("KIND:       Pod");
    }

    @Test
    void delete_removes_objects_and_says_so() {
        String namespace = namespace("delete");
        kubectl.runWith(TOMATOES.formatted("one"), "create", "-n", namespace, "-f", "-");
        kubectl.runWith(TOMATOES.formatted("two"), "create", "-n", namespace, "-f", "-");
        assertThat(kubectl.run("delete", "-n", namespace, "gh/one"))
                .isEqualTo("greenhouse.farm.example.com \"one\" deleted\n");
        kubectl.run("delete", "-n", namespace, "gh", "--all");
        assertThat(kubectl.attempt("", "get", "-n", namespace, "gh").err()).contains("No resources found");
        Kubectl.Result missing = kubectl.attempt("", "get", "-n", namespace, "gh/one");
        assertThat(missing.err())
                .isEqualTo("Error from server (NotFound): greenhouses.farm.example.com \"one\" not found\n");
    }

    @Test
    void a_wrong_token_is_refused(@TempDir Path home) throws IOException {
        Kubectl stranger = new Kubectl(home, server.kubeconfig().replace("test-token", "another"));
        Kubectl.Result refused = stranger.attempt("", "get", "namespaces");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("You must be logged in to the server");
    }

    private String namespace(String name) {
        kubectl.runWith(
                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + name + "\"}}",
                "create",
                "-f",
                "-");
        return name;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = KubectlTest.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
