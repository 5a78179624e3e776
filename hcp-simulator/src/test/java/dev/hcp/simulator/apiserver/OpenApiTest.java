package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI documents. */
class OpenApiTest {
    private static final String FARM = "/openapi/v3/apis/farm.example.com/v1";
    private static final String APPS = "/openapi/v3/apis/apps/v1";

    private final TestServer server = new TestServer();

    private void define() {
        define("Greenhouse");
    }

    private void define(String kind) {
        TestServer.Answer answer = server.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", """
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                 "metadata": {"name": "%1$ss.farm.example.com"},
                 "spec": {"group": "farm.example.com", "scope": "Namespaced", "names": {"plural": "%1$ss", "kind": "%2$s"},
                  "versions": [{"name": "v1", "served": true, "storage": true,
                   "subresources": {"status": {}, "scale": {"specReplicasPath": ".spec.beds", "statusReplicasPath": ".status.beds"}},
                   "schema": {"openAPIV3Schema": {"type": "object", "description": "A house of glass.", "properties": {
                    "spec": {"type": "object", "required": ["crop", "maybe"], "properties": {
                     "crop": {"type": "string", "description": "What grows in it.", "default": "tomato"},
                     "beds": {"type": "integer", "oneOf": [{"minimum": 1}, {"maximum": -1}]},
                     "maybe": {"type": "string", "nullable": true},
                     "open": {"type": "object", "x-kubernetes-preserve-unknown-fields": true,
                              "properties": {"a": {"type": "string"}}},
                     "port": {"x-kubernetes-int-or-string": true}}},
                    "status": {"type": "object", "properties": {"beds": {"type": "integer"}}}}}}}]}}
                """.formatted(
                        kind.toLowerCase(java.util.Locale.ROOT), kind));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private JsonObject schemas(String path) {
        return server.get(path).body().object("components", "schemas");
    }

    @Test
    void the_index_names_each_document_with_its_hash() {
        define();
        TestServer.Answer answer = server.get("/openapi/v3");
        assertThat(answer.headers()).containsEntry("Content-Type", List.of("text/plain; charset=utf-8"));
        JsonObject paths = Json.parseObject(answer.text()).object("paths");
        assertThat(paths).containsKeys("api/v1", "apis/apps/v1", "apis/farm.example.com/v1");
        String location = paths.text("apis/farm.example.com/v1", "serverRelativeURL");
        assertThat(location).matches(FARM + "\\?hash=[0-9A-F]{128}");
        TestServer.Answer document = server.get(location);
        assertThat(document.headers())
                .containsEntry("Cache-Control", List.of("public, immutable"))
                .containsEntry("Expires", List.of("Wed, 13 Nov 2024 22:13:20 GMT"))
                .containsKey("Last-Modified");
        assertThat(server.get(FARM).headers()).containsEntry("Cache-Control", List.of("no-cache, private"));
    }

    @Test
    void a_document_by_an_old_hash_is_found_by_its_new_one() {
        define();
        String old = Json.parseObject(server.get("/openapi/v3").text())
                .text("paths", "apis/farm.example.com/v1", "serverRelativeURL");
        String others =
                Json.parseObject(server.get("/openapi/v3").text()).text("paths", "apis/apps/v1", "serverRelativeURL");
        define("Barn");
        TestServer.Answer moved = server.get(old);
        assertThat(moved.status()).isEqualTo(301);
        String location = moved.headers().get("Location").get(0);
        assertThat(location).startsWith(FARM + "?hash=").isNotEqualTo(old);
        assertThat(server.get(location).status()).isEqualTo(200);
        assertThat(server.get(others).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/v2", APPS})
    void a_document_that_the_client_has_is_not_sent_again(String path) {
        String etag = server.get(path).headers().get("Etag").get(0);
        TestServer.Answer again = server.get(path, "If-None-Match", etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi/v3/apis/nothing/v1, 404",
        "/openapi/v3/apis/apps/v9, 404",
        "/openapi/v3/api/v9, 404",
        "/openapi/v4, 404",
        "/openapi, 404"
    })
    void what_is_not_there_is_not_found(String path, int status) {
        assertThat(server.get(path).status()).isEqualTo(status);
    }

    @Test
    void another_form_than_json_is_refused_without_a_word() {
        TestServer.Answer refused = server.get("/openapi/v2", "Accept", "text/html");
        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.text()).isEmpty();
    }

    @Test
    void a_custom_kind_is_described_as_its_definition_says() {
        define();
        JsonObject document = server.get(FARM).body();
        assertThat(document.at("info"))
                .isEqualTo(JsonObject.of("title", "Kubernetes CRD Swagger", "version", "v0.1.0"));
        JsonObject kind = document.object("components", "schemas", "com.example.farm.v1.Greenhouse");
        assertThat(kind.text("description")).isEqualTo("A house of glass.");
        assertThat(kind.array("x-kubernetes-group-version-kind"))
                .isEqualTo(Json.parse("[{\"group\":\"farm.example.com\",\"version\":\"v1\",\"kind\":\"Greenhouse\"}]"));
        JsonObject spec = kind.object("properties", "spec", "properties");
        assertThat(spec.at("crop"))
                .isEqualTo(Json.parse(
                        "{\"type\":\"string\",\"description\":\"What grows in it.\",\"default\":\"tomato\"}"));
        assertThat(spec.at("maybe", "nullable")).isEqualTo(true);
        assertThat(spec.array("beds", "oneOf")).hasSize(2);
        assertThat(spec.at("open", "properties")).isNotNull();
        assertThat(kind.array("properties", "metadata", "allOf"))
                .isEqualTo(Json.parse(
                        "[{\"$ref\":" + "\"#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta\"}]"));
        assertThat(document.text(
                        "components",
                        "schemas",
                        "com.example.farm.v1.GreenhouseList",
                        "properties",
                        "items",
                        "items",
                        "$ref"))
                .isEqualTo("#/components/schemas/com.example.farm.v1.Greenhouse");
    }

    @Test
    void version_2_leaves_out_what_its_readers_do_not_understand() {
        define();
        JsonObject spec = server.get("/openapi/v2")
                .body()
                .object("definitions", "com.example.farm.v1.Greenhouse", "properties", "spec");
        assertThat(spec.array("required")).containsExactly("crop");
        assertThat(spec.object("properties", "crop")).doesNotContainKey("default");
        assertThat(spec.object("properties", "beds")).doesNotContainKey("oneOf");
        assertThat(spec.object("properties", "maybe")).doesNotContainKeys("nullable", "type");
        assertThat(spec.object("properties", "open")).doesNotContainKey("properties");
    }

    @Test
    void version_2_comes_as_protobuf_to_those_who_read_nothing_else() {
        TestServer.Answer answer =
                server.get("/openapi/v2", "Accept", "application/com.github.proto-openapi.spec.v2@v1.0+protobuf");
        assertThat(answer.headers())
                .containsEntry("Content-Type", List.of("application/com.github.proto-openapi.spec.v2.v1.0+protobuf"));
        // Field 1, text of three bytes; field 2, a message.
        assertThat(answer.text()).startsWith("\n\u00032.0\u0012");
        assertThat(answer.headers().get("Etag"))
                .isNotEqualTo(server.get("/openapi/v2").headers().get("Etag"));
    }

    @Test
    void built_in_kinds_share_the_definitions_of_their_parts_and_say_how_lists_merge() {
        JsonObject schemas = schemas(APPS);
        assertThat(schemas.text("io.k8s.api.apps.v1.Deployment", "properties", "spec", "$ref"))
                .isEqualTo("#/components/schemas/io.k8s.api.apps.v1.DeploymentSpec");
        JsonObject containers = schemas.object("io.k8s.api.core.v1.PodSpec", "properties", "containers");
        assertThat(containers.text("items", "$ref")).isEqualTo("#/components/schemas/io.k8s.api.core.v1.Container");
        assertThat(containers)
                .containsEntry("x-kubernetes-patch-merge-key", "name")
                .containsEntry("x-kubernetes-patch-strategy", "merge")
                .containsEntry("x-kubernetes-list-type", "map")
                .containsEntry("x-kubernetes-list-map-keys", JsonArray.of("name"));
        assertThat(schemas.text(
                        "io.k8s.api.core.v1.ResourceRequirements",
                        "properties",
                        "limits",
                        "additionalProperties",
                        "$ref"))
                .isEqualTo("#/components/schemas/io.k8s.apimachinery.pkg.api.resource.Quantity");
        assertThat(schemas.array("io.k8s.api.apps.v1.Deployment", "properties", "metadata", "allOf"))
                .isEmpty();
        assertThat(schemas.text("io.k8s.api.apps.v1.Deployment", "properties", "metadata", "$ref"))
                .endsWith(".meta.v1.ObjectMeta");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/v2", APPS, FARM, "/openapi/v3/api/v1", "/openapi/v3/apis/discovery.k8s.io/v1"})
    void every_reference_leads_to_a_definition(String path) {
        define();
        JsonObject document = server.get(path).body();
        boolean old = path.endsWith("v2");
        JsonObject definitions = old ? document.object("definitions") : document.object("components", "schemas");
        List<String> references = new ArrayList<>();
        collect(document, references);
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(definitions)
                .containsKey(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    private static void collect(Object value, List<String> references) {
        if (value instanceof JsonObject object) {
            if (object.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            object.values().forEach(each -> collect(each, references));
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> collect(each, references));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            namespaces/{namespace}/greenhouses               | get    | listFarmExampleComV1NamespacedGreenhouse             | list
            namespaces/{namespace}/greenhouses               | post   | createFarmExampleComV1NamespacedGreenhouse           | post
            namespaces/{namespace}/greenhouses               | delete | deleteFarmExampleComV1CollectionNamespacedGreenhouse | deletecollection
            namespaces/{namespace}/greenhouses/{name}        | get    | readFarmExampleComV1NamespacedGreenhouse             | get
            namespaces/{namespace}/greenhouses/{name}        | put    | replaceFarmExampleComV1NamespacedGreenhouse          | put
            namespaces/{namespace}/greenhouses/{name}        | patch  | patchFarmExampleComV1NamespacedGreenhouse            | patch
            namespaces/{namespace}/greenhouses/{name}        | delete | deleteFarmExampleComV1NamespacedGreenhouse           | delete
            namespaces/{namespace}/greenhouses/{name}/status | patch  | patchFarmExampleComV1NamespacedGreenhouseStatus      | patch
            namespaces/{namespace}/greenhouses/{name}/scale  | get    | readFarmExampleComV1NamespacedGreenhouseScale        | get
            greenhouses                                      | get    | listFarmExampleComV1GreenhouseForAllNamespaces       | list
            """)
    void an_operation_is_named_by_what_it_does(String path, String method, String id, String action) {
        define();
        JsonObject operation = server.get(FARM).body().object("paths", "/apis/farm.example.com/v1/" + path, method);
        assertThat(operation.text("operationId")).isEqualTo(id);
        assertThat(operation.text("x-kubernetes-action")).isEqualTo(action);
        assertThat(operation.array("tags")).containsExactly("farmExampleCom_v1");
    }

    @Test
    void a_patch_takes_the_parameters_by_which_clients_know_what_the_server_can_do() {
        JsonObject patch = server.get(APPS)
                .body()
                .object("paths", "/apis/apps/v1/namespaces/{namespace}/deployments/{name}", "patch");
        assertThat(patch.array("parameters").stream().map(each -> ((JsonObject) each).text("name")))
                .containsExactly("dryRun", "fieldManager", "fieldValidation", "force");
        assertThat(patch.object("requestBody", "content"))
                .containsKeys("application/strategic-merge-patch+json", "application/apply-patch+yaml");
        assertThat(patch.at("x-kubernetes-group-version-kind"))
                .isEqualTo(JsonObject.of("group", "apps", "version", "v1", "kind", "Deployment"));
    }
}
