package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client asks first: version, health, discovery. */
class ServerDocumentsTest {
    private final TestServer server = new TestServer();

    private void define(String group, String plural, String... versions) {
        StringBuilder all = new StringBuilder();
        for (String version : versions) {
            all.append(all.isEmpty() ? "" : ",")
                    .append("{\"name\":\"" + version + "\",\"served\":true,\"storage\":" + all.isEmpty()
                            + ",\"schema\":{\"openAPIV3Schema\":{\"type\":\"object\"}}}");
        }
        TestServer.Answer answer = server.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", """
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                 "metadata": {"name": "%s.%s"},
                 "spec": {"group": "%s", "scope": "Cluster", "names": {"plural": "%s", "kind": "Thing"},
                  "versions": [%s]}}
                """.formatted(
                        plural, group, group, plural, all));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST    | /api                         | 405
            HEAD    | /api                         | 405
            OPTIONS | /api/v1                      | 405
            POST    | /apis/apps/v1                | 405
            POST    | /version                     | 405
            POST    | /apis                        | 200
            POST    | /apis/apps                   | 200
            POST    | /apis/example.com            | 200
            POST    | /apis/example.com/v1         | 200
            POST    | /                            | 200
            GET     | /api/                        | 200
            GET     | /apis/                       | 200
            GET     | /api/v1/                     | 200
            GET     | /apis/apps/                  | 200
            GET     | /apis/apps/v1/               | 200
            GET     | /version/                    | 200
            GET     | /version/more                | 404
            GET     | /apis/nothing.example.com    | 404
            GET     | /apis/apps/v9                | 404
            GET     | /readyz/ping                 | 200
            GET     | /readyz/nothing              | 404
            """)
    void a_document_answers_methods_and_slashes(String method, String path, int status) {
        define("example.com", "things", "v1");
        assertThat(server.send(method, path, null).status()).isEqualTo(status);
    }

    @Test
    void a_method_that_is_not_allowed_is_refused_with_a_status() {
        TestServer.Answer answer = server.send("POST", "/version", null);
        assertThat(answer.message()).isEqualTo("the server does not allow this method on the requested resource");
        assertThat(answer.body()).containsEntry("reason", "MethodNotAllowed");
    }

    @Test
    void the_version_is_indented_json_and_nothing_else() {
        assertThat(server.get("/version").text()).startsWith("{\n  \"major\": \"1\",\n  \"minor\": \"32\",\n");
        TestServer.Answer refused = server.get("/version", "Accept", "application/yaml");
        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.text()).contains("Available representations: application/json");
    }

    @Test
    void the_root_lists_what_there_is_in_order() {
        JsonArray paths = server.get("/").body().array("paths");
        assertThat(paths)
                .contains("/api", "/api/v1", "/apis/apps", "/apis/apps/v1", "/healthz", "/openapi/v3", "/version");
        assertThat(paths.stream().map(String::valueOf)).isSorted();
    }

    @Test
    void health_is_told_check_by_check_on_request() {
        assertThat(server.get("/livez").text()).isEqualTo("ok");
        assertThat(server.get("/readyz?verbose&exclude=etcd").text())
                .isEqualTo("[+]ping ok\n[+]log ok\n[+]etcd excluded: ok\nreadyz check passed\n");
    }

    @Test
    void custom_groups_follow_the_built_in_ones_in_the_order_of_their_services() {
        define("aaa.example.com", "things", "v1beta1");
        define("zzz.example.com", "things", "v1");
        List<String> groups = server.get("/apis").body().array("groups").stream()
                .map(group -> ((JsonObject) group).text("name"))
                .toList();
        assertThat(groups).startsWith("apiregistration.k8s.io", "apps").endsWith("zzz.example.com", "aaa.example.com");
        JsonArray aggregated =
                server.get("/apis", "Accept", aggregated("v2")).body().array("items");
        assertThat(aggregated.object(aggregated.size() - 1).text("metadata", "name"))
                .isEqualTo("zzz.example.com");
    }

    @Test
    void versions_of_a_group_are_listed_by_stability() {
        define("example.com", "things", "v1alpha1", "v1beta1", "v2", "v1", "other");
        JsonObject group = server.get("/apis/example.com").body();
        assertThat(group.array("versions").stream().map(version -> ((JsonObject) version).text("version")))
                .containsExactly("v2", "v1", "v1beta1", "v1alpha1", "other");
        assertThat(group.text("preferredVersion", "version")).isEqualTo("v2");
        assertThat(server.get("/apis/example.com").text())
                .startsWith("{\"kind\":\"APIGroup\",\"apiVersion\":\"v1\",\"name\":\"example.com\",\"versions\":[");
    }

    @Test
    void all_versions_have_the_hash_of_the_one_that_is_stored() {
        define("example.com", "things", "v1", "v2");
        assertThat(hash("v2")).isEqualTo(hash("v1")).hasSize(12);
    }

    private String hash(String version) {
        return server.get("/apis/example.com/" + version)
                .body()
                .array("resources")
                .object(0)
                .text("storageVersionHash");
    }

    private static String aggregated(String version) {
        return "application/json;g=apidiscovery.k8s.io;v=" + version + ";as=APIGroupDiscoveryList,application/json";
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v2beta1"})
    void discovery_comes_in_one_document_that_clients_may_keep(String version) {
        TestServer.Answer answer = server.get("/apis", "Accept", aggregated(version));
        assertThat(answer.headers())
                .containsEntry(
                        "Content-Type",
                        List.of("application/json;g=apidiscovery.k8s.io;v=" + version + ";as=APIGroupDiscoveryList"))
                .containsEntry("Vary", List.of("Accept"))
                .containsEntry("Cache-Control", List.of("public"));
        assertThat(answer.body().text("apiVersion")).isEqualTo("apidiscovery.k8s.io/" + version);
        String etag = answer.headers().get("Etag").get(0);
        assertThat(etag).matches("\"[0-9A-F]{128}\"");
        TestServer.Answer again = server.get("/apis", "Accept", aggregated(version), "If-None-Match", etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.headers()).containsOnlyKeys("Cache-Control", "Etag", "Vary");
        define("example.com", "things", "v1");
        assertThat(server.get("/apis", "Accept", aggregated(version), "If-None-Match", etag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_aggregated_kind_names_its_group_where_it_is_custom() {
        define("example.com", "things", "v1");
        JsonArray items = server.get("/apis", "Accept", aggregated("v2")).body().array("items");
        JsonObject custom = items.object(items.size() - 1);
        assertThat(custom.at("metadata")).isEqualTo(JsonObject.of("name", "example.com", "creationTimestamp", null));
        assertThat(custom.array("versions")
                        .object(0)
                        .array("resources")
                        .object(0)
                        .at("responseKind"))
                .isEqualTo(Json.parse("{\"group\":\"example.com\",\"version\":\"v1\",\"kind\":\"Thing\"}"));
    }

    @Test
    void discovery_comes_as_yaml_and_not_as_a_table() {
        assertThat(server.get("/apis/apps", "Accept", "application/yaml").text())
                .contains("kind: APIGroup\n");
        assertThat(server.get("/apis", "Accept", "application/json;as=Table;g=meta.k8s.io;v=v1")
                        .status())
                .isEqualTo(406);
    }
}
