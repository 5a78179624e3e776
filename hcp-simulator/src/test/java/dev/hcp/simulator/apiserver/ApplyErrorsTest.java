package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an apply is refused for, and in which words. */
class ApplyErrorsTest {
    private static final String PREFIX = "failed to create typed patch object (/a; test.example.com/v1, Kind=Sort): ";

    private final ApplyFixture fixture = new ApplyFixture();

    private TestServer.Answer send(String query, String body) {
        return fixture.server.apply(ApplyFixture.A + "?" + query, body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{nope: 1}                    | .spec.nope: field not declared in schema",
                "{a: 1}                       | .spec.a: expected string, got &value.valueUnstructured{Value:1}",
                "{num: x}                       | .spec.num: expected numeric (int or float), got string",
                "{num: true}                    | .spec.num: expected numeric (int or float), got bool",
                "{num: {x: 1}}                  | .spec.num: expected numeric (int or float), got map[string]interface {}",
                "{t: x}                       | .spec.t: expected boolean, got &{x}",
                "{plain: x}                   | .spec.plain: expected list, got &{x}",
                "{plain: [1]}                 | .spec.plain[0]: expected string, got &value.valueUnstructured{Value:1}",
                "{map: z}                     | .spec.map: expected map, got &{z}",
                "{map: {a.b/c: 1}}            | .spec.map.a.b/c: expected string, got &value.valueUnstructured{Value:1}",
                "{entries: [{name: k}, {name: k}]} | .spec.entries: duplicate entries for key [name=\"k\"]",
                "{texts: [a, a]}              | .spec.texts: duplicate entries for key [=\"a\"]",
                "{ports: [{port: 1}, {port: 1}]} | .spec.ports: duplicate entries for key [port=1,proto=\"TCP\"]",
                "{entries: [{v: x}]} | .spec.entries: element 0: associative list with keys has an element that omits key field \"name\" (and doesn't have default value)",
                "{entries: [x]} | .spec.entries: element 0: associative list with keys may not have non-map elements",
                "{entries: [null]} | .spec.entries: element 0: associative list with keys may not have a null element",
                "{texts: [null]} | .spec.texts: element 0: associative list without keys has an element that's an explicit null",
                "{texts: [{a: b}]} | .spec.texts: element 0: associative list without keys has an element that's a map type",
                "{entries: [{name: k, v: 1}]} | .spec.entries[name=\"k\"].v: expected string, got &value.valueUnstructured{Value:1}"
            })
    void what_does_not_fit_the_schema_is_an_error_of_the_server_without_a_reason(String spec, String why) {
        TestServer.Answer answer = fixture.apply("one", spec);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message()).isEqualTo(PREFIX + why);
        assertThat(answer.body().containsKey("reason")).isFalse();
    }

    @Test
    void several_errors_are_listed() {
        assertThat(fixture.apply("one", "{a: 1, num: x}").message())
                .isEqualTo(PREFIX + "errors:\n  .spec.a: expected string, got &value.valueUnstructured{Value:1}\n"
                        + "  .spec.num: expected numeric (int or float), got string");
    }

    @Test
    void the_object_is_named_as_the_body_names_it() {
        String body = "{apiVersion: test.example.com/v1, kind: Sort, metadata: {name: a, namespace: demo}, nope: 1}";
        assertThat(send("fieldManager=one", body).message())
                .isEqualTo("failed to create typed patch object (demo/a; test.example.com/v1, Kind=Sort): .nope: field "
                        + "not declared in schema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{apiVersion: test.example.com/v9, kind: Sort} | invalid object type: test.example.com/v9, Kind=Sort",
                "{}                                            | invalid object type: /, Kind=",
                "{apiVersion: v1, kind: Sort}                  | invalid object type: /v1, Kind=Sort",
                "{apiVersion: test.example.com/v1, kind: Sort, metadata: {name: a, managedFields: []}} | metadata.managedFields must be nil",
                "{apiVersion: test.example.com/v1, kind: Sort, metadata: {name: zz}} | the name of the object (zz) does not match the name on the URL (a)",
                "{apiVersion: test.example.com/v1, kind: Sort, metadata: {name: a, namespace: other}} | the namespace of the provided object does not match the namespace sent on the request",
                "[1] | error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go value of type map[string]interface {}"
            })
    void what_is_not_this_object_is_a_bad_request(String body, String message) {
        TestServer.Answer answer = send("fieldManager=one", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "             | fieldManager: Required value: is required for apply patch",
                "fieldManager=a%01b | fieldManager: Invalid value: \"a\\x01b\": invalid character U+0001 (at position 1)"
            })
    void who_applies_needs_a_name(String query, String message) {
        TestServer.Answer answer = send(query == null ? "" : query, ApplyFixture.sort("spec: {}"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).isEqualTo("PatchOptions.meta.k8s.io \"\" is invalid: " + message);
    }

    @Test
    void a_name_has_at_most_128_bytes() {
        assertThat(send("fieldManager=" + "m".repeat(129), ApplyFixture.sort("spec: {}"))
                        .message())
                .isEqualTo("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Too long: may not be more than 128 "
                        + "bytes");
    }

    @Test
    void only_an_apply_can_be_forced() {
        fixture.create("one", "{}");
        assertThat(fixture.server.merge(ApplyFixture.A + "?force=true", "{}").message())
                .isEqualTo("PatchOptions.meta.k8s.io \"\" is invalid: force: Forbidden: may not be specified for "
                        + "non-apply patch");
    }

    @Test
    void one_conflict_is_told_in_one_line() {
        fixture.apply("m1", "{a: x}");
        TestServer.Answer answer = fixture.apply("m2", "{a: z}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().text("reason")).isEqualTo("Conflict");
        assertThat(answer.message()).isEqualTo("Apply failed with 1 conflict: conflict with \"m1\": .spec.a");
        assertThat(answer.body().object("details").toString())
                .isEqualTo("{\"causes\":[{\"field\":\".spec.a\",\"message\":\"conflict with \\\"m1\\\"\","
                        + "\"reason\":\"FieldManagerConflict\"}]}");
    }

    @Test
    void several_conflicts_are_listed_by_manager_and_path() {
        fixture.apply("m2", "{a: x, entries: [{name: k, v: x}], ports: [{port: 443, v: x}, {port: 80, v: x}]}");
        fixture.apply("m1", "{a: x}");
        assertThat(fixture.apply(
                                "m3",
                                "{a: z, entries: [{name: k, v: z}], ports: [{port: 80, v: z}, {port: 443, v: z}]}")
                        .message())
                .isEqualTo("Apply failed with 5 conflicts: conflicts with \"m1\":\n- .spec.a\n"
                        + "conflicts with \"m2\":\n- .spec.a\n- .spec.entries[name=\"k\"].v\n"
                        + "- .spec.ports[port=80,proto=\"TCP\"].v\n- .spec.ports[port=443,proto=\"TCP\"].v");
    }

    @Test
    void an_updater_is_named_with_its_version_and_endpoint() {
        fixture.create("one", "{}");
        fixture.server.merge(ApplyFixture.A + "/status?fieldManager=ctl", "{\"status\":{\"phase\":\"p\"}}");
        assertThat(fixture.server
                        .apply(ApplyFixture.A + "/status?fieldManager=two", ApplyFixture.sort("status: {phase: q}"))
                        .message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"ctl\" with subresource \"status\" using "
                        + "test.example.com/v1: .status.phase");
    }

    @Test
    void an_identity_that_is_not_the_objects_is_refused() {
        fixture.create("one", "{}");
        String body = "{apiVersion: test.example.com/v1, kind: Sort, metadata: {name: a, %s}}";
        TestServer.Answer uid = send("fieldManager=two", body.formatted("uid: zzz"));
        assertThat(uid.status()).isEqualTo(422);
        assertThat(uid.message()).endsWith("metadata.uid: Invalid value: \"zzz\": field is immutable");
        TestServer.Answer version = send("fieldManager=two", body.formatted("resourceVersion: '1'"));
        assertThat(version.status()).isEqualTo(409);
        assertThat(version.message())
                .isEqualTo(
                        "Operation cannot be fulfilled on sorts.test.example.com \"a\": the object has been modified; "
                                + "please apply your changes to the latest version and try again");
    }

    @Test
    void a_new_object_has_no_uid_yet_but_may_name_a_version() {
        String body = "{apiVersion: test.example.com/v1, kind: Sort, metadata: {name: a, %s}}";
        TestServer.Answer uid = send("fieldManager=two", body.formatted("uid: zzz"));
        assertThat(uid.status()).isEqualTo(409);
        assertThat(uid.message())
                .isEqualTo("Operation cannot be fulfilled on sorts.test.example.com \"a\": uid mismatch: the provided "
                        + "object specified uid zzz, and no existing object was found");
        assertThat(send("fieldManager=two", body.formatted("resourceVersion: '5'"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_sub_resource_of_nothing_is_not_found_before_its_body_is_read() {
        TestServer.Answer answer = fixture.server.apply(ApplyFixture.A + "/status?fieldManager=one", "{a: ]");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("sorts.test.example.com \"a\" not found");
    }

    @Test
    void keys_that_are_set_twice_count_once_all_else_is_well() {
        String body = "apiVersion: test.example.com/v1\nkind: Sort\nmetadata: {name: a}\nspec:\n  a: x\n  a: z\n";
        TestServer.Answer warned = send("fieldManager=one", body);
        assertThat(warned.status()).isEqualTo(201);
        assertThat(warned.body().text("spec", "a")).isEqualTo("z");
        assertThat(warned.warnings()).containsExactly("299 - \"line 6: key \\\"a\\\" already set in map\"");
        assertThat(send("fieldManager=one&fieldValidation=Ignore", body).warnings())
                .isEmpty();
        TestServer.Answer refused = send("fieldManager=one&fieldValidation=Strict", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message())
                .isEqualTo("error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:\n  line "
                        + "6: key \"a\" already set in map");
        assertThat(send("fieldManager=two&fieldValidation=Strict", body.replace("a: z", "a: q"))
                        .status())
                .as("a conflict comes first")
                .isEqualTo(409);
    }

    @Test
    void anchors_are_followed() {
        TestServer.Answer answer = send(
                "fieldManager=one",
                "{apiVersion: test.example.com/v1, kind: Sort, metadata: {name: &n a}, spec: {a: *n}}");
        assertThat(answer.body().object("spec")).isEqualTo(JsonObject.of("a", "a", "b", "preset"));
    }

    @Test
    void a_null_where_the_schema_has_no_use_for_it_is_judged_by_the_schema() {
        TestServer.Answer answer = fixture.apply("one", "{a: null}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .contains("spec.a: Invalid value: \"null\": spec.a in body must be of type string: \"null\"");
    }
}
