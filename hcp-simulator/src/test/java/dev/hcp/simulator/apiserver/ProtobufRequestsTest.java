package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.protobuf.ProtobufObjects;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Request bodies as typed Go clients send them for built-in kinds. */
final class ProtobufRequestsTest {
    private final TestServer api = new TestServer();

    private TestServer.Answer send(String method, String path, byte[] body, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("Content-Type", "application/vnd.kubernetes.protobuf"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return TestServer.answer(api.server.handle(api.request(method, path, all, body)));
    }

    private static byte[] body(JsonObject object) {
        return Objects.requireNonNull(ProtobufObjects.body(object));
    }

    private static JsonObject json(String text) {
        return Json.parseObject(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.kubernetes.protobuf",
                "application/vnd.kubernetes.protobuf;charset=utf-8",
                "Application/Vnd.Kubernetes.Protobuf; type=x"
            })
    void an_object_is_created_from_its_message(String contentType) {
        TestServer.Answer created = send(
                "POST",
                "/api/v1/namespaces/default/configmaps",
                body(TestServer.configMap("seeds", "tomato", "red")),
                "Content-Type",
                contentType);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().at("data", "tomato")).isEqualTo("red");
        assertThat(created.warnings()).isEmpty();
    }

    @Test
    void an_object_reads_the_same_whichever_way_it_was_sent() {
        JsonObject deployment = json("""
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'web'},
                 'spec': {'replicas': 0, 'selector': {'matchLabels': {'a': 'b'}},
                   'template': {'metadata': {'labels': {'a': 'b'}}, 'spec': {'containers': [
                     {'name': 'c', 'image': 'i', 'resources': {'limits': {'cpu': '100m'}},
                      'env': [{'name': 'E', 'valueFrom': {'fieldRef': {'fieldPath': 'metadata.name'}}}],
                      'livenessProbe': {'tcpSocket': {'port': 80}}}],
                    'automountServiceAccountToken': false,
                    'volumes': [{'name': 'v', 'secret': {'secretName': 's', 'optional': false}}]}}}}""");
        JsonObject asJson = api.post("/apis/apps/v1/namespaces/default/deployments", deployment)
                .body();
        JsonObject other = deployment.withAt("other", "metadata", "name");
        JsonObject asMessage = send("POST", "/apis/apps/v1/namespaces/default/deployments", body(other))
                .body();
        assertThat(asMessage.object("spec")).isEqualTo(asJson.object("spec"));
        assertThat(asMessage.object("status")).isEqualTo(asJson.object("status"));
    }

    @Test
    void an_object_is_replaced_and_its_status_too() {
        api.namespace("n");
        JsonObject pod = api.post("/api/v1/namespaces/n/pods", json("""
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'p'},
                 'spec': {'containers': [{'name': 'c', 'image': 'i'}]}}""")).body();
        JsonObject labelled = pod.withAt("x", "metadata", "labels", "l");
        TestServer.Answer replaced = send("PUT", "/api/v1/namespaces/n/pods/p", body(labelled));
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        JsonObject running = replaced.body().withAt("Running", "status", "phase");
        TestServer.Answer status = send("PUT", "/api/v1/namespaces/n/pods/p/status", body(running));
        assertThat(status.body().at("status", "phase")).isEqualTo("Running");
        assertThat(status.body().at("metadata", "labels", "l")).isEqualTo("x");
    }

    @Test
    void leases_of_leader_elections_can_be_held() {
        JsonObject lease = json("""
                {'apiVersion': 'coordination.k8s.io/v1', 'kind': 'Lease', 'metadata': {'name': 'leader'},
                 'spec': {'holderIdentity': 'me', 'leaseDurationSeconds': 15,
                          'renewTime': '2026-01-02T03:04:05.600000Z'}}""");
        TestServer.Answer created = send("POST", "/apis/coordination.k8s.io/v1/namespaces/default/leases", body(lease));
        assertThat(created.body().object("spec")).isEqualTo(lease.object("spec"));
        JsonObject renewed = created.body().withAt("2026-01-02T03:04:15.600000Z", "spec", "renewTime");
        assertThat(send("PUT", "/apis/coordination.k8s.io/v1/namespaces/default/leases/leader", body(renewed))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deletions_take_their_options_from_a_message_of_any_group() {
        api.post("/api/v1/namespaces/default/configmaps", TestServer.configMap("seeds"));
        JsonObject options = json("""
                {'apiVersion': 'apps/v1', 'kind': 'DeleteOptions', 'preconditions': {'uid': 'another'}}""");
        TestServer.Answer refused = send("DELETE", "/api/v1/namespaces/default/configmaps/seeds", body(options));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.message()).contains("The object might have been deleted and then recreated");
        TestServer.Answer deleted =
                send("DELETE", "/api/v1/namespaces/default/configmaps/seeds", body(options.without("preconditions")));
        assertThat(deleted.body().text("status")).isEqualTo("Success");
    }

    @Test
    void sub_resources_have_kinds_of_their_own() {
        api.post("/apis/apps/v1/namespaces/default/deployments", json("""
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'web'},
                 'spec': {'selector': {'matchLabels': {'a': 'b'}},
                   'template': {'metadata': {'labels': {'a': 'b'}}, 'spec': {'containers': [{'name': 'c', 'image': 'i'}]}}}}"""));
        JsonObject scale = api.get("/apis/apps/v1/namespaces/default/deployments/web/scale")
                .body();
        TestServer.Answer scaled = send(
                "PUT",
                "/apis/apps/v1/namespaces/default/deployments/web/scale",
                body(scale.withAt(0L, "spec", "replicas")));
        assertThat(scaled.status()).as(scaled.text()).isEqualTo(200);
        assertThat(api.get("/apis/apps/v1/namespaces/default/deployments/web")
                        .body()
                        .at("spec", "replicas"))
                .isEqualTo(0L);
    }

    @Test
    void reviews_are_answered() {
        TestServer.Answer review =
                send("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", body(json("""
                        {'apiVersion': 'authorization.k8s.io/v1', 'kind': 'SelfSubjectAccessReview',
                         'spec': {'resourceAttributes': {'verb': 'get', 'resource': 'pods'}}}""")));
        assertThat(review.status()).isEqualTo(201);
        assertThat(review.body().at("status", "allowed")).isEqualTo(true);
    }

    @Test
    void bodies_of_another_encoding_are_refused_with_their_first_bytes() {
        String path = "/api/v1/namespaces/default/configmaps";
        assertRefused(path, new byte[0], "empty data (<empty>)");
        assertRefused(
                path,
                "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0] (68656c6c6f)");
        assertRefused(
                path,
                "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0] "
                        + "({\"kind\":\"ConfigMap\",\"apiVersio ...)");
        assertRefused(path, new byte[] {'k', '8', 's', 0}, "empty body (6b387300)");
        assertRefused(path, new byte[] {'k', '8', 's', 0, 0x0a, 0x7f}, "unexpected EOF (6b3873000a7f)");
        assertRefused(
                path,
                new byte[] {'k', '8', 's', 0, 0x08, 0x01},
                "proto: wrong wireType = 0 for field TypeMeta (6b3873000801)");
        assertRefused(
                path, new byte[] {'k', '8', 's', 0, 0x0f}, "proto: wrong wireType = 7 for field TypeMeta (6b3873000f)");
        assertRefused(
                path,
                new byte[] {'k', '8', 's', 0, 0x04},
                "proto: Unknown: wiretype end group for non-group (6b38730004)");
    }

    private void assertRefused(String path, byte[] body, String why) {
        TestServer.Answer refused = send("POST", path, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message())
                .isEqualTo("the object provided is unrecognized (must be of type ConfigMap): " + why);
    }

    @Test
    void what_is_broken_inside_is_told_of_with_its_kind() {
        byte[] whole = body(TestServer.configMap("seeds", "tomato", "red"));
        byte[] object = ProtobufObjects.message(TestServer.configMap("seeds", "tomato", "red"));
        byte[] cut = ProtobufObjects.body("v1", "ConfigMap", Arrays.copyOf(object, object.length - 1));
        TestServer.Answer refused = send("POST", "/api/v1/namespaces/default/configmaps", cut);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message())
                .isEqualTo("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: unexpected EOF");
        byte[] wrongField =
                ProtobufObjects.body("v1", "ConfigMap", HexFormat.of().parseHex("0801"));
        assertThat(send("POST", "/api/v1/namespaces/default/configmaps", wrongField)
                        .message())
                .isEqualTo("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: "
                        + "proto: wrong wireType = 0 for field ObjectMeta");
        assertThat(send("POST", "/api/v1/namespaces/default/configmaps", whole).status())
                .isEqualTo(201);
    }

    @Test
    void other_kinds_and_versions_are_refused_as_in_json() {
        String path = "/api/v1/namespaces/default/configmaps";
        JsonObject secret = TestServer.configMap("x").with("kind", "Secret");
        assertThat(send("POST", path, body(secret)).message())
                .isEqualTo(api.post(path, secret).message());
        assertThat(send("POST", path, ProtobufObjects.body("v1", "Radish", new byte[0]))
                        .message())
                .isEqualTo(
                        "Radish in version \"v1\" cannot be handled as a ConfigMap: no kind \"Radish\" is registered "
                                + "for version \"v1\" in scheme \"pkg/api/legacyscheme/scheme.go:30\"");
        byte[] object = ProtobufObjects.message(TestServer.configMap("nameless-kind"));
        assertThat(send("POST", path, ProtobufObjects.body("", "", object)).status())
                .isEqualTo(201);
    }

    @Test
    void custom_resources_have_no_such_form() {
        api.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", json("""
                {'apiVersion': 'apiextensions.k8s.io/v1', 'kind': 'CustomResourceDefinition',
                 'metadata': {'name': 'things.example.com'},
                 'spec': {'group': 'example.com', 'scope': 'Namespaced', 'names': {'plural': 'things', 'kind': 'Thing'},
                   'versions': [{'name': 'v1', 'served': true, 'storage': true,
                     'schema': {'openAPIV3Schema': {'type': 'object'}}}]}}"""));
        TestServer.Answer refused = send(
                "POST",
                "/apis/example.com/v1/namespaces/default/things",
                ProtobufObjects.body("example.com/v1", "Thing", new byte[0]));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message())
                .isEqualTo(
                        "Thing in version \"v1\" cannot be handled as a Thing: object *unstructured.Unstructured does "
                                + "not implement the protobuf marshalling interface and cannot be encoded to a protobuf message");
    }

    @Test
    void definitions_of_custom_resources_do() {
        JsonObject schema = JsonObject.of(
                "type",
                "object",
                "x-kubernetes-preserve-unknown-fields",
                true,
                "properties",
                JsonObject.of(
                        "size",
                        JsonObject.of("type", "integer", "minimum", 0L, "default", 1L),
                        "tags",
                        JsonObject.of("type", "array", "items", JsonObject.of("type", "string"))));
        JsonObject definition = json("""
                {'apiVersion': 'apiextensions.k8s.io/v1', 'kind': 'CustomResourceDefinition',
                 'metadata': {'name': 'things.example.com'},
                 'spec': {'group': 'example.com', 'scope': 'Namespaced', 'names': {'plural': 'things', 'kind': 'Thing'}}}""")
                .withAt(
                        JsonArray.of(JsonObject.of(
                                "name",
                                "v1",
                                "served",
                                true,
                                "storage",
                                true,
                                "schema",
                                JsonObject.of("openAPIV3Schema", schema))),
                        "spec",
                        "versions");
        TestServer.Answer created =
                send("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", body(definition));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.body().array("spec", "versions").object(0).object("schema", "openAPIV3Schema"))
                .isEqualTo(schema);
        JsonObject thing =
                JsonObject.of("apiVersion", "example.com/v1", "kind", "Thing", "metadata", JsonObject.of("name", "t"));
        assertThat(api.post("/apis/example.com/v1/namespaces/default/things", thing)
                        .body()
                        .get("size"))
                .isEqualTo(1L);
    }

    @Test
    void media_types_that_nobody_knows_are_told_of_with_those_that_are_known() {
        TestServer.Answer refused =
                send("POST", "/api/v1/namespaces/default/configmaps", new byte[] {1}, "Content-Type", "text/plain");
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.message())
                .isEqualTo("the body of the request was in an unknown format - accepted media types include: "
                        + "application/json, application/yaml, application/vnd.kubernetes.protobuf");
    }
}
