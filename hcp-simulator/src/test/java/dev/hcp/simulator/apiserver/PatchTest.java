package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON patch and strategic merge patch. */
class PatchTest {
    private static final String MAP = "/api/v1/namespaces/demo/configmaps/a";
    private static final String PODS = "/api/v1/namespaces/demo/pods";

    private final TestServer server = new TestServer();

    @BeforeEach
    void objects() {
        server.namespace("demo");
        server.post("/api/v1/namespaces/demo/configmaps", TestServer.configMap("a", "k", "v"));
        server.post(
                PODS,
                "{\"metadata\":{\"name\":\"p\",\"finalizers\":[\"a.b/2\"]},\"spec\":{\"containers\":["
                        + "{\"name\":\"one\",\"image\":\"one:1\"},{\"name\":\"two\",\"image\":\"two:1\"}]}}");
    }

    private JsonObject data() {
        return server.get(MAP).body().object("data");
    }

    @Test
    void replacing_a_member_that_is_not_there_adds_it() {
        server.jsonPatch(MAP, "[{\"op\":\"replace\",\"path\":\"/data/new\",\"value\":\"x\"}]");
        assertThat(data().text("new")).isEqualTo("x");
    }

    @Test
    void an_absent_member_passes_a_test_for_null() {
        assertThat(server.jsonPatch(MAP, "[{\"op\":\"test\",\"path\":\"/data/none\",\"value\":null}]")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"op\":\"remove\",\"path\":\"/data/none\"}",
                "{\"op\":\"add\",\"path\":\"/none/x\",\"value\":\"y\"}",
                "{\"op\":\"test\",\"path\":\"/data/k\",\"value\":\"other\"}",
                "{\"op\":\"jump\",\"path\":\"/data/k\"}",
                "{\"op\":\"move\",\"from\":\"/data/none/x\",\"path\":\"/data/k\"}"
            })
    void an_operation_that_does_not_apply_is_refused_without_explanation(String operation) {
        TestServer.Answer answer = server.jsonPatch(MAP, "[" + operation + "]");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).isEqualTo("the server rejected our request due to an error in our request");
    }

    @Test
    void pointers_escape_slashes_and_tildes() {
        server.jsonPatch(
                MAP,
                "[{\"op\":\"add\",\"path\":\"/metadata/annotations\",\"value\":{}},"
                        + "{\"op\":\"add\",\"path\":\"/metadata/annotations/a.b~1c\",\"value\":\"x\"}]");
        assertThat(server.get(MAP).body().text("metadata", "annotations", "a.b/c"))
                .isEqualTo("x");
    }

    @Test
    void strategic_merge_finds_list_items_by_key() {
        JsonObject pod = server.strategic(
                        PODS + "/p", "{\"spec\":{\"containers\":[{\"name\":\"two\",\"image\":\"two:2\"}]}}")
                .body();
        assertThat(pod.array("spec", "containers"))
                .extracting(c -> ((JsonObject) c).text("image"))
                .containsExactly("one:1", "two:2");
    }

    @Test
    void strategic_merge_puts_new_values_first() {
        JsonObject pod = server.strategic(PODS + "/p", "{\"metadata\":{\"finalizers\":[\"a.b/3\"]}}")
                .body();
        assertThat(pod.array("metadata", "finalizers")).containsExactly("a.b/3", "a.b/2");
    }

    @Test
    void strategic_merge_follows_its_directives() {
        server.merge(MAP, "{\"metadata\":{\"labels\":{\"a\":\"1\",\"b\":\"2\"}}}");
        server.strategic(MAP, "{\"metadata\":{\"labels\":{\"$patch\":\"replace\",\"c\":\"3\"}}}");
        assertThat(server.get(MAP).body().object("metadata", "labels")).isEqualTo(JsonObject.of("c", "3"));

        JsonObject pod = server.strategic(
                        PODS + "/p", "{\"metadata\":{\"$deleteFromPrimitiveList/finalizers\":[\"a.b/2\"]}}")
                .body();
        assertThat(pod.array("metadata", "finalizers")).isEmpty();
    }

    @Test
    void strategic_merge_needs_the_key_of_an_item() {
        TestServer.Answer answer = server.strategic(PODS + "/p", "{\"spec\":{\"containers\":[{\"image\":\"z\"}]}}");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message()).isEqualTo("map: map[image:z] does not contain declared merge key: name");
    }

    @Test
    void a_patch_with_an_old_resource_version_is_a_conflict() {
        String old = server.get(MAP).body().text("metadata", "resourceVersion");
        server.merge(MAP, "{\"data\":{\"k\":\"w\"}}");
        JsonObject patch = Json.parseObject("{\"data\":{\"k\":\"x\"}}").withAt(old, "metadata", "resourceVersion");
        assertThat(server.merge(MAP, patch).status()).isEqualTo(409);
    }

    @Test
    void too_many_operations_are_too_large() {
        Object[] operations = new Object[10001];
        java.util.Arrays.fill(operations, JsonObject.of("op", "test", "path", "/data/k", "value", "v"));
        assertThat(server.jsonPatch(MAP, JsonArray.of(operations)).status()).isEqualTo(413);
    }
}
