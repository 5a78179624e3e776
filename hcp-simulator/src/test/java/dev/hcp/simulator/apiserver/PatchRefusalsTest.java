package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What patches are refused for, and in which words. */
class PatchRefusalsTest {
    private static final String MAP = "/api/v1/namespaces/demo/configmaps/c";

    private final ApplyFixture fixture = new ApplyFixture();
    private final TestServer server = fixture.server;

    @BeforeEach
    void objects() {
        server.post("/api/v1/namespaces/demo/configmaps", TestServer.configMap("c", "k", "v"));
        fixture.create("one", "{a: x}");
    }

    private TestServer.Answer patch(String type, String path, String body) {
        return server.send("PATCH", path, body, "Content-Type", "application/" + type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "json-patch+json | {} | error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp",
                "json-patch+json | [1] | error decoding patch: json: cannot unmarshal number into Go value of type handlers.jsonPatchOp",
                "json-patch+json | [{\"op\":5}] | error decoding patch: json: cannot unmarshal number into Go struct field jsonPatchOp.op of type string",
                "json-patch+json | {a | error decoding patch: invalid character 'a' looking for beginning of object key string",
                "merge-patch+json | {a | error decoding patch: invalid character 'a' looking for beginning of object key string",
                "strategic-merge-patch+json | {a | invalid character 'a' looking for beginning of object key string",
                "merge-patch+json | [] | error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}",
                "merge-patch+json | \"x\" | error decoding patch: json: cannot unmarshal string into Go value of type map[string]interface {}",
                "merge-patch+json | null | Invalid JSON Patch",
                "merge-patch+json | {\"metadata\":{\"name\":\"zz\"}} | the name of the object (zz) does not match the name on the URL (c)",
                "merge-patch+json | {\"metadata\":{\"name\":null}} | the name of the object (c based on URL) was undeterminable: name must be provided",
                "merge-patch+json | {\"metadata\":{\"namespace\":\"zz\"}} | the namespace of the provided object does not match the namespace sent on the request",
                "json-patch+json | [{\"op\":\"replace\",\"path\":\"\",\"value\":{}}] | the name of the object (c based on URL) was undeterminable: name must be provided"
            })
    void a_patch_without_sense_is_a_bad_request(String type, String body, String message) {
        TestServer.Answer answer = patch(type, MAP, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(message);
    }

    @Test
    void an_empty_body_ends_too_early() {
        assertThat(patch("merge-patch+json", MAP, "").message())
                .isEqualTo("error decoding patch: unexpected end of JSON input");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"op\":\"test\",\"path\":\"/data/k\",\"value\":\"w\"}",
                "{\"op\":\"test\",\"path\":\"/none/k\",\"value\":null}",
                "{\"op\":\"remove\",\"path\":\"/data/none\"}",
                "{\"op\":\"remove\",\"path\":\"/none/x\"}",
                "{\"op\":\"move\",\"from\":\"/data/none\",\"path\":\"/data/x\"}",
                "{\"op\":\"move\",\"path\":\"/data/x\"}",
                "{\"op\":\"copy\",\"from\":\"/none/a\",\"path\":\"/data/x\"}",
                "{\"op\":\"add\",\"path\":\"/none/x\",\"value\":\"z\"}",
                "{\"op\":\"add\",\"path\":\"/none/-\",\"value\":\"z\"}",
                "{\"op\":\"add\",\"path\":\"\",\"value\":{}}",
                "{\"op\":\"jump\",\"path\":\"/data/k\"}",
                "{\"path\":\"/data/k\"}",
                "{\"op\":\"remove\"}"
            })
    void an_operation_that_does_not_apply_is_unprocessable_without_a_cause(String operation) {
        TestServer.Answer answer = patch("json-patch+json", MAP, "[" + operation + "]");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).isEqualTo("the server rejected our request due to an error in our request");
        assertThat(answer.body().object("details")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"op\":\"replace\",\"path\":\"/data/l\",\"value\":\"w\"} | {\"k\":\"v\",\"l\":\"w\"}",
                "{\"op\":\"test\",\"path\":\"/data/none\",\"value\":null} | {\"k\":\"v\"}",
                "{\"op\":\"add\",\"path\":\"/data/l\"} | {\"k\":\"v\",\"l\":\"\"}",
                "{\"op\":\"copy\",\"from\":\"/data/k\",\"path\":\"/data/l\"} | {\"k\":\"v\",\"l\":\"v\"}",
                "{\"op\":\"move\",\"from\":\"/data/k\",\"path\":\"/data/l\"} | {\"l\":\"v\"}",
                "{\"op\":\"replace\",\"path\":\"\",\"value\":5} | {\"k\":\"v\"}"
            })
    void the_library_of_the_reference_has_habits(String operation, String data) {
        TestServer.Answer answer = patch("json-patch+json", MAP, "[" + operation + "]");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().object("data").toString()).isEqualTo(data);
    }

    @Test
    void a_path_without_a_slash_in_front_starts_after_the_first() {
        TestServer.Answer answer =
                patch("json-patch+json", MAP, "[{\"op\":\"add\",\"path\":\"data/x\",\"value\":\"z\"}]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.warnings()).containsExactly("299 - \"unknown field \\\"x\\\"\"");
    }

    @Test
    void copies_that_grow_without_end_are_refused() {
        StringBuilder operations =
                new StringBuilder("[{\"op\":\"add\",\"path\":\"/data/a\",\"value\":\"" + "x".repeat(100_000) + "\"}");
        for (int i = 0; i < 20; i++) {
            operations
                    .append(",{\"op\":\"copy\",\"from\":\"/data\",\"path\":\"/data/b")
                    .append(i)
                    .append("\"}");
        }
        assertThat(patch("json-patch+json", MAP, operations.append(']').toString())
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "merge-patch+json | {\"data\":{\"k\":\"a\",\"k\":\"b\"}} | duplicate field \"data.k\"",
                "merge-patch+json | {\"zz\":1} | unknown field \"zz\"",
                "strategic-merge-patch+json | {\"zz\":1} | unknown field \"zz\"",
                "json-patch+json | [{\"op\":\"test\",\"path\":\"/data/k\",\"value\":\"v\",\"extra\":1}] | json patch unknown field \"[0].extra\"",
                "json-patch+json | [{\"op\":\"test\",\"op\":\"test\",\"path\":\"/data/k\",\"value\":\"v\"}] | json patch duplicate field \"[0].op\""
            })
    void what_is_unknown_or_set_twice_is_told_of_or_refused(String type, String body, String problem) {
        String warning = "299 - \"" + problem.replace("\"", "\\\"") + "\"";
        assertThat(patch(type, MAP, body).warnings()).containsExactly(warning);
        assertThat(patch(type, MAP + "?fieldValidation=Ignore", body).warnings())
                .isEmpty();
        TestServer.Answer strict = patch(type, MAP + "?fieldValidation=Strict", body);
        assertThat(strict.status()).isEqualTo(422);
        assertThat(strict.message())
                .startsWith(" \"\" is invalid: patch: Invalid value: \"")
                .endsWith(": strict decoding error: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"data\":\"x\"} |  \"\" is invalid: patch: Invalid value: \"map[data:x]\": cannot restore map from string",
                "{\"data\":{\"k\":5}} |  \"\" is invalid: patch: Invalid value: \"map[data:map[k:5]]\": cannot convert int64 to string",
                "{\"immutable\":\"x\"} |  \"\" is invalid: patch: Invalid value: \"map[immutable:x]\": unrecognized type: bool",
                "{\"metadata\":\"x\"} |  \"\" is invalid: patch: Invalid value: \"map[metadata:x]\": cannot restore struct from: string"
            })
    void a_strategic_patch_that_leaves_the_types_is_shown_as_a_map(String body, String message) {
        TestServer.Answer answer = patch("strategic-merge-patch+json", MAP, body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message().strip()).isEqualTo(message.strip());
        assertThat(answer.message()).startsWith(" \"\"");
    }

    @Test
    void a_patch_that_leaves_the_types_is_shown_with_its_result() {
        TestServer.Answer answer = patch("merge-patch+json", MAP, "{\"data\":{\"k\":5}}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .startsWith(" \"\" is invalid: patch: Invalid value: \"{\\\"apiVersion\\\":\\\"v1\\\"")
                .endsWith("json: cannot unmarshal number into Go struct field ConfigMap.data of type string");
    }

    @Test
    void an_object_keeps_its_kind() {
        assertThat(patch("merge-patch+json", MAP, "{\"kind\":\"Secret\"}").message())
                .endsWith(": converting (v1.Secret) to (core.ConfigMap): unknown conversion");
        assertThat(patch("merge-patch+json", ApplyFixture.A, "{\"kind\":\"Zed\"}")
                        .message())
                .isEqualTo("Zed.test.example.com \"a\" is invalid: kind: Invalid value: \"Zed\": must be Sort");
        assertThat(patch("merge-patch+json", ApplyFixture.A, "{\"apiVersion\":\"x/v9\"}")
                        .message())
                .isEqualTo("Sort.x \"a\" is invalid: apiVersion: Invalid value: \"x/v9\": must be test.example.com/v1");
        assertThat(patch("strategic-merge-patch+json", MAP, "{\"kind\":\"Secret\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/whatever", "''"})
    void another_type_is_unsupported(String type) {
        TestServer.Answer builtIn = server.send("PATCH", MAP, "{}", "Content-Type", type);
        assertThat(builtIn.status()).isEqualTo(415);
        assertThat(builtIn.message()).isEqualTo("415: Unsupported Media Type");
        String custom =
                server.send("PATCH", ApplyFixture.A, "{}", "Content-Type", type).message();
        assertThat(custom)
                .isEqualTo("the body of the request was in an unknown format - accepted media types include: "
                        + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
        assertThat(patch("strategic-merge-patch+json", ApplyFixture.A, "{}").message())
                .isEqualTo(custom);
    }

    @Test
    void parameters_of_the_type_do_not_matter() {
        assertThat(patch("merge-patch+json; charset=utf-8", MAP, "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"merge-patch+json", "json-patch+json", "strategic-merge-patch+json"})
    void what_is_not_there_is_not_found_before_the_body_is_read(String type) {
        assertThat(patch(type, "/api/v1/namespaces/demo/configmaps/none", "{a").status())
                .isEqualTo(404);
    }

    @Test
    void a_merge_patch_drops_nulls_in_lists_only_where_no_object_was() {
        fixture.update("one", "{\"open\":{\"new\":[{\"x\":null,\"z\":1}]}}");
        assertThat(fixture.spec().object("open").toString()).isEqualTo("{\"new\":[{\"z\":1}]}");
        fixture.update("one", "{\"open\":{\"new\":{\"o\":1}}}");
        fixture.update("one", "{\"open\":{\"new\":[{\"x\":null,\"z\":1}]}}");
        assertThat(fixture.spec().object("open").toString()).isEqualTo("{\"new\":[{\"x\":null,\"z\":1}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"uid\":\"x\"} | 422 | metadata.uid: Invalid value: \"x\": field is immutable",
                "{\"deletionTimestamp\":\"2001-01-01T00:00:00Z\"} | 422 | metadata.deletionTimestamp: Invalid value: 2001-01-01 00:00:00 +0000 UTC: field is immutable",
                "{\"deletionGracePeriodSeconds\":3} | 422 | metadata.deletionGracePeriodSeconds: Invalid value: 3: field is immutable",
                "{\"resourceVersion\":\"1\"} | 409 | Operation cannot be fulfilled on configmaps \"c\": the object has been modified; please apply your changes to the latest version and try again",
                "{\"resourceVersion\":\"\"} | 200 |",
                "{\"resourceVersion\":\"0\"} | 200 |",
                "{\"creationTimestamp\":null} | 200 |",
                "{\"creationTimestamp\":\"2001-01-01T00:00:00Z\"} | 200 |",
                "{\"generation\":7} | 200 |",
                "{\"selfLink\":\"/x\"} | 200 |",
                "{\"uid\":null} | 200 |",
                "{\"namespace\":null} | 200 |"
            })
    void metadata_of_the_server_stays_as_it_is(String metadata, int status, String message) {
        JsonObject before = server.get(MAP).body();
        TestServer.Answer answer = patch("merge-patch+json", MAP, "{\"metadata\":" + metadata + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (message != null) {
            assertThat(answer.message()).endsWith(message);
        } else {
            assertThat(answer.body()).isEqualTo(before);
        }
    }

    @Test
    void a_finalizer_can_be_taken_from_an_object_that_is_being_deleted_which_then_goes() {
        patch("merge-patch+json", MAP, "{\"metadata\":{\"finalizers\":[\"test.example.com/f\"]}}");
        server.delete(MAP);
        assertThat(patch("merge-patch+json", MAP, "{\"data\":{\"k\":\"w\"}}").status())
                .isEqualTo(200);
        assertThat(patch("merge-patch+json", MAP, "{\"metadata\":{\"finalizers\":[\"test.example.com/g\"]}}")
                        .status())
                .isEqualTo(422);
        assertThat(patch("json-patch+json", MAP, "[{\"op\":\"remove\",\"path\":\"/metadata/finalizers/0\"}]")
                        .status())
                .isEqualTo(200);
        assertThat(server.get(MAP).status()).isEqualTo(404);
    }

    @Test
    void a_replacement_of_a_custom_resource_names_its_version() {
        JsonObject object = fixture.stored().withoutAt("metadata", "resourceVersion");
        TestServer.Answer answer = server.put(ApplyFixture.A, object);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .isEqualTo(
                        "sorts.test.example.com \"a\" is invalid: metadata.resourceVersion: Invalid value: 0x0: must "
                                + "be specified for an update");
        assertThat(server.put(ApplyFixture.A + "/status", object).status()).isEqualTo(422);
        assertThat(server.put(MAP, TestServer.configMap("c", "k", "w")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/apis/rbac.authorization.k8s.io/v1/namespaces/demo/roles, 201",
        "/apis/rbac.authorization.k8s.io/v1/clusterroles, 201",
        "/apis/coordination.k8s.io/v1/namespaces/demo/leases, 201",
        "/api/v1/namespaces/demo/endpoints, 201",
        "/api/v1/namespaces/demo/configmaps, 404",
        "/api/v1/namespaces/demo/secrets, 404",
        "/apis/test.example.com/v1/namespaces/demo/sorts, 404"
    })
    void a_replacement_of_nothing_creates_objects_of_some_kinds(String path, int status) {
        JsonObject body = Json.parseObject("{\"metadata\":{\"name\":\"q\"}}");
        JsonObject typed = path.endsWith("sorts")
                ? body.with("apiVersion", "test.example.com/v1").with("kind", "Sort")
                : body;
        assertThat(server.put(path + "/q", typed).status()).isEqualTo(status);
    }
}
