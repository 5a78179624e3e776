package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Custom resources: from their definition to their end. */
class CustomResourcesTest {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final String GEARS = "/apis/example.com/v1/namespaces/demo/gears";
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: gears.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: gears, kind: Gear, shortNames: [gr]}
              versions:
              - name: v1
                served: true
                storage: true
                subresources: {status: {}, scale: {specReplicasPath: .spec.teeth, statusReplicasPath: .status.teeth}}
                additionalPrinterColumns:
                - {name: Teeth, type: integer, jsonPath: .spec.teeth}
                - {name: Ready, type: string, jsonPath: '.status.conditions[?(@.type=="Ready")].status'}
                schema: &schema
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        required: [teeth]
                        properties:
                          teeth: {type: integer, minimum: 3}
                          metal: {type: string, default: steel, enum: [steel, brass]}
                          pitch: {x-kubernetes-int-or-string: true}
                          notes: {type: object, x-kubernetes-preserve-unknown-fields: true}
                          ports:
                            type: array
                            x-kubernetes-list-type: map
                            x-kubernetes-list-map-keys: [name]
                            items:
                              type: object
                              required: [name]
                              properties: {name: {type: string}, size: {type: integer}}
                      status:
                        type: object
                        properties:
                          teeth: {type: integer}
                          conditions:
                            type: array
                            items:
                              type: object
                              properties: {type: {type: string}, status: {type: string}}
              - name: v1beta1
                served: true
                storage: false
                schema: *schema
            """;

    private final TestServer server = new TestServer();

    @BeforeEach
    void aDefinition() {
        server.namespace("demo");
        TestServer.Answer answer = server.post(DEFINITIONS, DEFINITION, "Content-Type", "application/yaml");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private TestServer.Answer create(String spec) {
        return server.post(
                GEARS,
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Gear\",\"metadata\":{\"name\":\"g\"},\"spec\":" + spec
                        + "}");
    }

    @Test
    void a_definition_is_established_and_discovered_at_once() {
        JsonObject definition = server.get(DEFINITIONS + "/gears.example.com").body();
        assertThat(definition.array("status", "conditions"))
                .extracting(c -> ((JsonObject) c).text("type") + "=" + ((JsonObject) c).text("status"))
                .containsExactly("NamesAccepted=True", "Established=True");
        assertThat(server.get("/apis/example.com/v1").body().array("resources"))
                .extracting(r -> ((JsonObject) r).text("name"))
                .contains("gears", "gears/status", "gears/scale");
    }

    @Test
    void absent_fields_are_defaulted_and_unknown_ones_dropped_with_a_warning() {
        TestServer.Answer answer = create("{\"teeth\":8,\"colour\":\"red\",\"notes\":{\"any\":[1]}}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().object("spec"))
                .isEqualTo(JsonObject.of(
                        "teeth", 8, "metal", "steel", "notes", JsonObject.of("any", java.util.List.of(1))));
        assertThat(answer.warnings()).containsExactly("299 - \"unknown field \\\"spec.colour\\\"\"");
    }

    @Test
    void values_are_checked_against_the_schema() {
        TestServer.Answer answer = create("{\"teeth\":2,\"metal\":\"wood\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .contains("spec.teeth: Invalid value: 2: spec.teeth in body should be greater than or equal to 3")
                .contains("spec.metal: Unsupported value: \"wood\": supported values: \"steel\", \"brass\"");
    }

    @Test
    void items_with_the_same_key_are_refused() {
        TestServer.Answer answer = create("{\"teeth\":8,\"ports\":[{\"name\":\"a\"},{\"name\":\"a\"}]}");
        assertThat(answer.message())
                .endsWith("spec.ports[1]: Duplicate value: map[string]interface {}{\"name\":\"a\"}");
    }

    @Test
    void what_was_invalid_before_the_schema_changed_may_stay_until_it_is_touched() {
        create("{\"teeth\":8,\"metal\":\"brass\"}");
        JsonObject stricter = server.get(DEFINITIONS + "/gears.example.com").body();
        String text = stricter.toString()
                .replace("\"steel\",\"brass\"", "\"steel\"")
                .replace("\"minimum\":3", "\"minimum\":9");
        assertThat(server.put(DEFINITIONS + "/gears.example.com", text).status())
                .isEqualTo(200);
        assertThat(server.merge(GEARS + "/g", "{\"spec\":{\"pitch\":\"5mm\"}}").status())
                .isEqualTo(200);
        assertThat(server.merge(GEARS + "/g", "{\"spec\":{\"teeth\":7}}").status())
                .isEqualTo(422);
    }

    @Test
    void generation_counts_changes_of_the_spec_alone() {
        create("{\"teeth\":8}");
        server.merge(GEARS + "/g/status", "{\"status\":{\"teeth\":8}}");
        server.merge(GEARS + "/g", "{\"metadata\":{\"labels\":{\"a\":\"b\"}},\"status\":{\"teeth\":1}}");
        JsonObject gear = server.get(GEARS + "/g").body();
        assertThat(gear.at("metadata", "generation")).isEqualTo(1L);
        assertThat(gear.at("status", "teeth")).isEqualTo(8L);
        server.merge(GEARS + "/g", "{\"spec\":{\"teeth\":9}}");
        assertThat(server.get(GEARS + "/g").body().at("metadata", "generation")).isEqualTo(2L);
    }

    @Test
    void an_object_is_served_in_every_version() {
        create("{\"teeth\":8}");
        JsonObject other =
                server.get("/apis/example.com/v1beta1/namespaces/demo/gears/g").body();
        assertThat(other.text("apiVersion")).isEqualTo("example.com/v1beta1");
        assertThat(other.at("spec", "teeth")).isEqualTo(8L);
    }

    @Test
    void a_new_default_shows_in_old_objects() {
        create("{\"teeth\":8}");
        String text = server.get(DEFINITIONS + "/gears.example.com")
                .body()
                .toString()
                .replace(
                        "\"teeth\":{\"minimum\":3,\"type\":\"integer\"}",
                        "\"teeth\":{\"minimum\":3,\"type\":\"integer\"},\"oil\":{\"type\":\"string\",\"default\":\"some\"}");
        server.put(DEFINITIONS + "/gears.example.com", text);
        assertThat(server.get(GEARS + "/g").body().text("spec", "oil")).isEqualTo("some");
    }

    @Test
    void a_table_has_the_declared_columns() {
        create("{\"teeth\":8}");
        server.merge(GEARS + "/g/status", "{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}");
        JsonObject table = server.get(GEARS, "Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
                .body();
        assertThat(table.array("columnDefinitions"))
                .extracting(c -> ((JsonObject) c).text("name"))
                .containsExactly("Name", "Teeth", "Ready");
        assertThat(table.array("rows").object(0).array("cells")).containsExactly("g", 8L, "True");
    }

    @Test
    void a_definition_takes_its_instances_with_it() {
        create("{\"teeth\":8}");
        server.merge(GEARS + "/g", "{\"metadata\":{\"finalizers\":[\"example.com/hold\"]}}");
        assertThat(server.delete(DEFINITIONS + "/gears.example.com").status()).isEqualTo(200);
        assertThat(create("{\"teeth\":8}").message())
                .isEqualTo("create not allowed while custom resource definition is terminating");

        server.merge(GEARS + "/g", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(server.get(DEFINITIONS + "/gears.example.com").status()).isEqualTo(404);
        assertThat(server.get(GEARS).text()).isEqualTo("404 page not found\n");
    }

    @Test
    void strategic_merge_is_for_built_in_kinds_only() {
        create("{\"teeth\":8}");
        assertThat(server.strategic(GEARS + "/g", "{}").status()).isEqualTo(415);
    }
}
