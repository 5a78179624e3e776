package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server fills in and refuses for the kinds it is built with, and how it prints them. */
class BuiltInKindsTest {
    private static final String NAMESPACE = "/api/v1/namespaces/demo";

    private final TestServer server = new TestServer();

    @BeforeEach
    void aNamespace() {
        server.namespace("demo");
    }

    private JsonObject service(String name, String spec) {
        return server.post(NAMESPACE + "/services", "{\"metadata\":{\"name\":\"" + name + "\"},\"spec\":" + spec + "}")
                .body();
    }

    @Test
    void a_key_of_a_config_map_is_no_path_out_of_a_directory() {
        TestServer own = new TestServer();

        TestServer.Answer answer =
                own.post("/api/v1/namespaces/default/configmaps", TestServer.configMap("m", "..evil", "x"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .isEqualTo(
                        "ConfigMap \"m\" is invalid: data[..evil]: Invalid value: \"..evil\": must not start with '..'");
    }

    @Test
    void the_usual_namespaces_and_the_service_of_the_api_exist() {
        assertThat(server.get("/api/v1/namespaces").body().array("items"))
                .extracting(n -> ((JsonObject) n).text("metadata", "name"))
                .containsExactly("default", "demo", "kube-node-lease", "kube-public", "kube-system");
        assertThat(server.get("/api/v1/namespaces/default/services/kubernetes")
                        .body()
                        .text("spec", "clusterIP"))
                .isEqualTo("172.30.0.1");
    }

    @Test
    void secrets_take_plain_text_and_never_show_it() {
        JsonObject secret = server.post(
                        NAMESPACE + "/secrets", "{\"metadata\":{\"name\":\"s\"},\"stringData\":{\"a\":\"b\"}}")
                .body();
        assertThat(secret.object("data")).isEqualTo(JsonObject.of("a", "Yg=="));
        assertThat(secret.containsKey("stringData")).isFalse();
        assertThat(secret.text("type")).isEqualTo("Opaque");
    }

    @Test
    void a_value_of_the_wrong_type_is_refused_in_the_words_of_the_decoder() {
        assertThat(server.post(NAMESPACE + "/configmaps", "{\"metadata\":{\"name\":\"c\"},\"data\":{\"k\":1}}")
                        .message())
                .isEqualTo(
                        "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot unmarshal number "
                                + "into Go struct field ConfigMap.data of type string");
        server.post(NAMESPACE + "/configmaps", "{\"metadata\":{\"name\":\"c\"}}");
        TestServer.Answer patched = server.merge(NAMESPACE + "/configmaps/c", "{\"metadata\":{\"labels\":\"x\"}}");
        assertThat(patched.status()).isEqualTo(422);
        assertThat(patched.message())
                .endsWith("json: cannot unmarshal string into Go struct field ObjectMeta.metadata.labels of type "
                        + "map[string]string");
    }

    @Test
    void services_get_addresses_and_node_ports_that_nobody_else_has() {
        JsonObject one = service("one", "{\"type\":\"NodePort\",\"ports\":[{\"port\":80}]}");
        JsonObject two = service("two", "{\"type\":\"LoadBalancer\",\"ports\":[{\"port\":80}]}");
        assertThat(one.text("spec", "clusterIP")).isEqualTo("172.30.0.2");
        assertThat(two.text("spec", "clusterIP")).isEqualTo("172.30.0.3");
        assertThat(one.array("spec", "ports").object(0))
                .isEqualTo(JsonObject.of("port", 80, "targetPort", 80, "protocol", "TCP", "nodePort", 30000));
        assertThat(two.array("spec", "ports").object(0).get("nodePort")).isEqualTo(30001L);

        server.delete(NAMESPACE + "/services/one");
        assertThat(service("three", "{\"ports\":[{\"port\":80}]}").text("spec", "clusterIP"))
                .isEqualTo("172.30.0.2");
    }

    @Test
    void a_headless_service_has_no_address() {
        JsonObject headless =
                service("h", "{\"clusterIP\":\"None\",\"selector\":{\"a\":\"b\"},\"ports\":[{\"port\":80}]}");
        assertThat(headless.array("spec", "clusterIPs")).containsExactly("None");
        assertThat(headless.text("spec", "ipFamilyPolicy")).isEqualTo("SingleStack");
    }

    @Test
    void deployments_are_complete_and_keep_their_selector() {
        String body = "{\"metadata\":{\"name\":\"d\"},\"spec\":{\"selector\":{\"matchLabels\":{\"a\":\"b\"}},"
                + "\"template\":{\"metadata\":{\"labels\":{\"a\":\"b\"}},\"spec\":{\"containers\":[{\"name\":\"c\","
                + "\"image\":\"i\"}]}}}}";
        JsonObject deployment =
                server.post("/apis/apps/v1/namespaces/demo/deployments", body).body();
        assertThat(deployment.at("spec", "replicas")).isEqualTo(1L);
        assertThat(deployment.text("spec", "strategy", "rollingUpdate", "maxSurge"))
                .isEqualTo("25%");
        JsonObject container =
                deployment.array("spec", "template", "spec", "containers").object(0);
        assertThat(container.text("imagePullPolicy")).isEqualTo("Always");

        TestServer.Answer changed = server.merge(
                "/apis/apps/v1/namespaces/demo/deployments/d",
                "{\"spec\":{\"selector\":{\"matchLabels\":{\"a\":\"c\"}},"
                        + "\"template\":{\"metadata\":{\"labels\":{\"a\":\"c\"}}}}}");
        assertThat(changed.message())
                .isEqualTo(
                        "Deployment.apps \"d\" is invalid: spec.selector: Invalid value: v1.LabelSelector{MatchLabels:"
                                + "map[string]string{\"a\":\"c\"}, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is "
                                + "immutable");
    }

    @Test
    void annotations_count_as_a_new_generation_of_a_deployment() {
        server.post(
                "/apis/apps/v1/namespaces/demo/deployments",
                "{\"metadata\":{\"name\":\"d\"},\"spec\":{\"selector\":{\"matchLabels\":{\"a\":\"b\"}},"
                        + "\"template\":{\"metadata\":{\"labels\":{\"a\":\"b\"}},\"spec\":{\"containers\":[{\"name\":\"c\","
                        + "\"image\":\"i\"}]}}}}");
        JsonObject annotated = server.merge(
                        "/apis/apps/v1/namespaces/demo/deployments/d", "{\"metadata\":{\"annotations\":{\"x\":\"y\"}}}")
                .body();
        assertThat(annotated.at("metadata", "generation")).isEqualTo(2L);
    }

    @Test
    void pods_are_printed_the_way_kubectl_shows_them() {
        server.post(
                NAMESPACE + "/pods",
                "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i:1\"}]}}");
        server.merge(
                NAMESPACE + "/pods/p/status",
                "{\"status\":{\"phase\":\"Running\",\"containerStatuses\":[{\"name\":\"c\",\"ready\":false,"
                        + "\"restartCount\":3,\"state\":{\"waiting\":{\"reason\":\"CrashLoopBackOff\"}}}]}}");
        server.seconds.addAndGet(326);
        JsonObject table = server.get(NAMESPACE + "/pods", "Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
                .body();
        JsonArray cells = table.array("rows").object(0).array("cells");
        assertThat(cells.subList(0, 5)).containsExactly("p", "0/1", "CrashLoopBackOff", "3", "5m26s");
    }

    @Test
    void a_pod_is_bound_once() {
        server.post(
                NAMESPACE + "/pods",
                "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i:1\"}]}}");
        String binding = "{\"metadata\":{\"name\":\"p\"},\"target\":{\"kind\":\"Node\",\"name\":\"n\"}}";
        assertThat(server.post(NAMESPACE + "/pods/p/binding", binding).status()).isEqualTo(201);
        assertThat(server.post(NAMESPACE + "/pods/p/binding", binding).message())
                .isEqualTo(
                        "Operation cannot be fulfilled on pods/binding \"p\": pod p is already assigned to node \"n\"");
        assertThat(server.get(NAMESPACE + "/pods?fieldSelector=spec.nodeName%3Dn")
                        .body()
                        .array("items"))
                .hasSize(1);
    }

    @Test
    void whoever_asks_may_do_everything() {
        JsonObject review = server.post(
                        "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                        "{\"spec\":{\"resourceAttributes\":{\"verb\":\"get\",\"resource\":\"pods\"}}}")
                .body();
        assertThat(review.isTrue("status", "allowed")).isTrue();
    }

    @Test
    void openapi_says_which_parameters_a_patch_takes() {
        JsonObject index = JsonObject.copyOf(
                dev.hcp.api.json.Json.parseObject(server.get("/openapi/v3").text()));
        String location = index.text("paths", "apis/apps/v1", "serverRelativeURL");
        JsonObject document = server.get(location).body();
        JsonObject patch = document.object("paths", "/apis/apps/v1/namespaces/{namespace}/deployments/{name}", "patch");
        assertThat(patch.array("parameters"))
                .extracting(p -> ((JsonObject) p).text("name"))
                .contains("fieldValidation", "dryRun");
        assertThat(patch.text("x-kubernetes-group-version-kind", "kind")).isEqualTo("Deployment");
        assertThat(document.object("components", "schemas", "io.k8s.api.apps.v1.Deployment", "properties", "spec"))
                .isNotEmpty();
    }
}
