package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What {@code kubectl apply} wrote from the client's side is its own when it applies on the server's side. */
class KubectlMigrationTest {
    private static final String MAP = "/api/v1/namespaces/demo/configmaps/m";
    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";

    private final TestServer server = new ApplyFixture().server;

    private void appliedFromTheClient(String last) {
        JsonObject map = TestServer.configMap("m", "k", "v", "l", "w")
                .withAt(JsonObject.of(ANNOTATION, last), "metadata", "annotations");
        server.post("/api/v1/namespaces/demo/configmaps?fieldManager=kubectl-client-side-apply", map);
    }

    private TestServer.Answer apply(String manager, String data) {
        return server.apply(
                MAP + "?fieldManager=" + manager,
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: m}, data: " + data + "}");
    }

    private static String last(String data) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"m\"},\"data\":" + data + "}\n";
    }

    @Test
    void what_kubectl_applied_last_it_may_change() {
        appliedFromTheClient(last("{\"k\":\"v\"}"));
        assertThat(apply("other", "{k: new}").status()).isEqualTo(409);
        TestServer.Answer answer = apply("kubectl", "{k: '<new>'}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().text("metadata", "annotations", ANNOTATION))
                .isEqualTo("{\"apiVersion\":\"v1\",\"data\":{\"k\":\"\\u003cnew\\u003e\"},\"kind\":\"ConfigMap\","
                        + "\"metadata\":{\"name\":\"m\"}}\n");
    }

    @Test
    void what_has_changed_since_is_in_conflict_alone() {
        appliedFromTheClient(last("{\"k\":\"v\",\"l\":\"drifted\"}"));
        assertThat(apply("kubectl", "{k: new, l: new}").message())
                .isEqualTo(
                        "Apply failed with 1 conflict: conflict with \"kubectl-client-side-apply\" using v1: .data.l");
    }

    @Test
    void another_version_or_no_json_forgives_nothing() {
        appliedFromTheClient(last("{\"k\":\"v\"}").replace("\"v1\"", "\"v2\""));
        assertThat(apply("kubectl", "{k: new}").status()).isEqualTo(409);
    }

    @Test
    void an_annotation_that_grows_too_large_goes() {
        appliedFromTheClient(last("{\"k\":\"v\"}"));
        JsonObject body = apply("kubectl", "{k: " + "x".repeat(300_000) + "}").body();
        assertThat(body.object("metadata")).doesNotContainKey("annotations");
    }

    @Test
    void owners_can_be_rewritten_by_a_json_patch_locked_by_version() {
        appliedFromTheClient(last("{\"k\":\"v\"}"));
        JsonObject stored = server.get(MAP).body();
        JsonObject entry = stored.array("metadata", "managedFields")
                .object(0)
                .with("manager", "kubectl")
                .with("operation", "Apply");
        String patch =
                "[{\"op\":\"replace\",\"path\":\"/metadata/managedFields\",\"value\":" + Json.write(JsonArray.of(entry))
                        + "},{\"op\":\"replace\",\"path\":\"/metadata/resourceVersion\",\"value\":\""
                        + stored.text("metadata", "resourceVersion") + "\"}]";
        assertThat(ApplyFixture.owners(server.jsonPatch(MAP, patch).body())).containsExactly("kubectl Apply");
        assertThat(server.jsonPatch(MAP, patch).status()).isEqualTo(409);
    }
}
