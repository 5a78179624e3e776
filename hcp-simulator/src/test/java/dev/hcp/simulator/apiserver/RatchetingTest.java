package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was taken before its schema became stricter may stay as it is, and only as it is. */
class RatchetingTest {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final String GEARS = "/apis/example.com/v1/gears";
    private static final String LOOSE = "{type: string}";
    private static final String ITEMS = "items: {type: object, required: [k], properties: {k: {type: string}, v: ";

    private final TestServer server = new TestServer();

    private void define(String field, String metadata) {
        JsonObject live = server.get(DEFINITIONS + "/gears.example.com").body();
        String yaml = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: gears.example.com, resourceVersion: '%s'}
                spec:
                  group: example.com
                  scope: Cluster
                  names: {plural: gears, kind: Gear}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema:
                      openAPIV3Schema:
                        type: object
                        properties:
                          metadata: {type: object, properties: {name: {type: string %s}}}
                          spec: {type: object, properties: {other: {type: string}, f: %s}}
                """;
        boolean there = live.containsKey("spec");
        String version = there ? live.text("metadata", "resourceVersion") : "";
        TestServer.Answer answer = server.send(
                there ? "PUT" : "POST",
                there ? DEFINITIONS + "/gears.example.com" : DEFINITIONS,
                yaml.formatted(version, metadata, field),
                "Content-Type",
                "application/yaml");
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    private TestServer.Answer write(String method, String value, String other) {
        return server.send(
                method,
                method.equals("POST") ? GEARS : GEARS + "/g",
                method.equals("POST")
                        ? "{apiVersion: example.com/v1, kind: Gear, metadata: {name: g}, spec: {f: " + value + "}}"
                        : "{\"spec\":{\"other\":\"" + other + "\",\"f\":" + value + "}}",
                "Content-Type",
                method.equals("POST") ? "application/yaml" : "application/merge-patch+json");
    }

    private static List<String> errors(TestServer.Answer answer) {
        return answer.body().array("details", "causes").stream()
                .map(JsonObject.class::cast)
                .map(cause -> cause.text("field"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{type: string, enum: [a]}; '\"b\"'; '\"c\"'; spec.f",
                "{type: string, maxLength: 1}; '\"bb\"'; '\"cc\"'; spec.f",
                "{type: string, pattern: '^a'}; '\"b\"'; '\"c\"'; spec.f",
            })
    void a_value_that_breaks_a_new_constraint_stays_until_it_changes(
            String stricter, String value, String changed, String blamed) {
        define(LOOSE, "");
        assertThat(write("POST", value, "").status()).isEqualTo(201);
        define(stricter, "");
        assertThat(write("PATCH", value, "x").status()).isEqualTo(200);
        assertThat(errors(write("PATCH", changed, "x"))).containsExactly(blamed);
    }

    @Test
    void a_field_that_became_required_is_asked_for_when_its_object_changes() {
        define("{type: object, properties: {a: {type: string}, must: {type: string}}}", "");
        write("POST", "{a: b}", "");
        define("{type: object, required: [must], properties: {a: {type: string}, must: {type: string}}}", "");
        assertThat(write("PATCH", "{\"a\":\"b\"}", "x").status()).isEqualTo(200);
        assertThat(errors(write("PATCH", "{\"a\":\"c\"}", "x"))).containsExactly("spec.f.must");
    }

    @Test
    void items_of_an_atomic_list_are_checked_all_when_the_list_changes() {
        define("{type: array, items: {type: string}}", "");
        write("POST", "[bad, worse]", "");
        define("{type: array, items: {type: string, maxLength: 1}}", "");
        assertThat(write("PATCH", "[\"bad\",\"worse\"]", "x").status()).isEqualTo(200);
        assertThat(errors(write("PATCH", "[\"bad\",\"worse\",\"g\"]", "x"))).containsExactly("spec.f[0]", "spec.f[1]");
    }

    @Test
    void items_of_a_list_of_type_map_are_followed_by_their_keys() {
        String open = "{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], " + ITEMS;
        define(open + "{type: string}}}}", "");
        write("POST", "[{k: a, v: bad}, {k: b, v: bad}]", "");
        define(open + "{type: string, maxLength: 1}}}}", "");
        String a = "{\"k\":\"a\",\"v\":\"bad\"}";
        String b = "{\"k\":\"b\",\"v\":\"bad\"}";
        String good = "{\"k\":\"c\",\"v\":\"g\"}";
        assertThat(write("PATCH", "[" + b + "," + good + "," + a + "]", "x").status())
                .isEqualTo(200);
        assertThat(errors(write("PATCH", "[" + b + "," + a.replace("bad", "mad") + "]", "x")))
                .containsExactly("spec.f[1].v");
    }

    @Test
    void a_rule_that_fails_for_what_has_not_changed_is_a_warning() {
        define(LOOSE, "");
        write("POST", "bad", "");
        define("{type: string, x-kubernetes-validations: [{rule: \"self=='good'\"}]}", "");
        TestServer.Answer answer = write("PATCH", "\"bad\"", "x");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.warnings())
                .containsExactly("299 - \"spec.f: Invalid value: \\\"string\\\": failed rule: self=='good'\"");
        assertThat(errors(write("PATCH", "\"worse\"", "x"))).containsExactly("spec.f");
    }

    @Test
    void items_that_occur_twice_stay_as_long_as_there_are_any() {
        define("{type: array, items: {type: string}}", "");
        write("POST", "[a, a]", "");
        define("{type: array, items: {type: string}, x-kubernetes-list-type: set}", "");
        assertThat(write("PATCH", "[\"b\",\"b\"]", "x").status()).isEqualTo(200);
        assertThat(write("PATCH", "[\"b\"]", "x").status()).isEqualTo(200);
        assertThat(errors(write("PATCH", "[\"b\",\"b\"]", "x"))).containsExactly("spec.f[1]");
    }

    @Test
    void what_the_schema_says_of_names_holds_for_old_objects_too() {
        define(LOOSE, "");
        write("POST", "a", "");
        define(LOOSE, ", pattern: '^x'");
        assertThat(errors(write("PATCH", "\"a\"", "x"))).containsExactly("metadata.name");
    }
}
