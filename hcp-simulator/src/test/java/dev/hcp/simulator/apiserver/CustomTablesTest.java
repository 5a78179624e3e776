package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Custom resources as tables and as metadata. */
class CustomTablesTest {
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
    private static final String ROCKS = "/apis/example.com/v1/namespaces/default/rocks";

    private final TestServer server = new TestServer();

    private void define(String columns) {
        TestServer.Answer answer =
                server.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", """
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                 "metadata": {"name": "rocks.example.com"},
                 "spec": {"group": "example.com", "scope": "Namespaced", "names": {"plural": "rocks", "kind": "Rock"},
                  "versions": [{"name": "v1", "served": true, "storage": true, "additionalPrinterColumns": %s,
                   "schema": {"openAPIV3Schema": {"type": "object",
                    "properties": {"spec": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}}}]}}
                """.formatted(columns));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void create(String name, String spec) {
        TestServer.Answer answer = server.post(
                ROCKS,
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Rock\",\"metadata\":{\"name\":\"" + name
                        + "\"},\"spec\":" + spec + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** Time in the test stands at 2023-11-14T22:13:20Z. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            string  | 5                            | "5"
            string  | 1.7                          | "1.7"
            string  | 1e21                         | "1e+21"
            string  | true                         | "true"
            string  | "<b>"                        | "<b>"
            string  | {"k": "<", "a": [1]}         | "{\\"a\\":[1],\\"k\\":\\"\\\\u003c\\"}"
            string  | []                           | "[]"
            string  | null                         | "<no value>"
            integer | 5                            | 5
            integer | 1.7                          | 1
            integer | "5"                          | null
            integer | true                         | null
            number  | 1.5                          | 1.5
            number  | 2                            | 2.0
            number  | "2"                          | null
            boolean | true                         | true
            boolean | "true"                       | null
            date    | "2023-11-14T18:12:20Z"       | "4h1m"
            date    | "2023-11-14T19:12:20+01:00"  | "4h1m"
            date    | "2023-11-14T22:13:19.5Z"     | "0s"
            date    | "2024-01-01T00:00:00Z"       | "<invalid>"
            date    | "yesterday"                  | "<invalid>"
            date    | ""                           | "<unknown>"
            date    | 5                            | null
            """)
    void a_cell_is_the_value_as_its_column_wants_it(String type, String value, String cell) {
        define("[{\"name\": \"Cell\", \"type\": \"" + type + "\", \"jsonPath\": \".spec.value\"}]");
        create("one", "{\"value\": " + value + "}");
        create("without", "{}");
        JsonArray rows = server.get(ROCKS, "Accept", TABLE).body().array("rows");
        assertThat(rows.object(0).array("cells")).isEqualTo(Json.parse("[\"one\"," + cell + "]"));
        assertThat(rows.object(1).array("cells")).isEqualTo(Json.parse("[\"without\",null]"));
    }

    @Test
    void only_the_first_result_of_a_path_is_shown_and_a_path_that_does_not_fit_shows_nothing() {
        define("""
                [{"name": "First", "type": "string", "jsonPath": ".spec.list[*]"},
                 {"name": "Beyond", "type": "string", "jsonPath": ".spec.list[7]"},
                 {"name": "Filtered", "type": "string", "jsonPath": ".spec.text[?(@.a)]"}]
                """);
        create("one", "{\"list\": [\"a\", \"b\"], \"text\": \"x\"}");
        JsonObject row = server.get(ROCKS, "Accept", TABLE).body().array("rows").object(0);
        assertThat(row.array("cells")).isEqualTo(Json.parse("[\"one\",\"a\",null,null]"));
    }

    @Test
    void columns_are_the_name_and_the_declared_ones() {
        define(
                "[{\"name\": \"Size\", \"type\": \"integer\", \"format\": \"int32\", \"priority\": 1, \"jsonPath\": \".spec.size\"}]");
        TestServer.Answer answer = server.get(ROCKS, "Accept", TABLE);
        assertThat(answer.headers()).containsEntry("Content-Type", List.of("application/json"));
        JsonArray columns = answer.body().array("columnDefinitions");
        assertThat(columns.object(0)).containsEntry("name", "Name").containsEntry("format", "name");
        assertThat(columns.object(1)).isEqualTo(Json.parse("""
                        {"name": "Size", "type": "integer", "format": "int32", "priority": 1,
                         "description": "Custom resource definition column (in JSONPath format): .spec.size"}
                        """));
        assertThat(answer.text()).startsWith("{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{");
    }

    @Test
    void without_declared_columns_there_is_the_age() {
        define("[]");
        create("one", "{}");
        server.seconds.addAndGet(90);
        JsonObject table = server.get(ROCKS + "/one", "Accept", TABLE).body();
        assertThat(table.array("columnDefinitions").object(1))
                .containsEntry("name", "Age")
                .containsEntry("type", "date");
        assertThat(table.array("rows").object(0).array("cells")).isEqualTo(Json.parse("[\"one\",\"90s\"]"));
    }

    @ParameterizedTest
    @CsvSource({"'',PartialObjectMetadata", "Metadata,PartialObjectMetadata", "Object,Rock", "None,"})
    void a_row_has_the_object_that_was_asked_for(String include, String kind) {
        define("[]");
        create("one", "{\"size\": 1}");
        JsonObject row = server.get(ROCKS + "?includeObject=" + (include == null ? "" : include), "Accept", TABLE)
                .body()
                .array("rows")
                .object(0);
        assertThat(row).containsKey("object");
        assertThat(row.text("object", "kind")).isEqualTo(kind);
    }

    @Test
    void another_object_is_refused() {
        define("[]");
        assertThat(server.get(ROCKS + "?includeObject=Foo", "Accept", TABLE).message())
                .isEqualTo("Unable to convert to Table as requested: includeObject: Invalid value: \"Foo\": must be"
                        + " 'Metadata', 'Object', 'None', or empty");
    }

    @Test
    void metadata_alone_comes_for_objects_and_for_lists() {
        define("[]");
        create("one", "{\"size\": 1}");
        String metadata = "application/json;as=PartialObjectMetadata%s;g=meta.k8s.io;v=v1";
        JsonObject one =
                server.get(ROCKS + "/one", "Accept", metadata.formatted("")).body();
        assertThat(one).containsOnlyKeys("kind", "apiVersion", "metadata");
        assertThat(one.text("metadata", "name")).isEqualTo("one");
        JsonObject list =
                server.get(ROCKS, "Accept", metadata.formatted("List")).body();
        assertThat(list.text("kind")).isEqualTo("PartialObjectMetadataList");
        assertThat(list.array("items").object(0)).isEqualTo(one);
        assertThat(server.get(ROCKS, "Accept", metadata.formatted("")).message())
                .isEqualTo("you requested PartialObjectMetadata, but the requested object is a list"
                        + " (*unstructured.UnstructuredList)");
        assertThat(server.get(ROCKS, "Accept", "application/yaml;as=Table;g=meta.k8s.io;v=v1")
                        .text())
                .contains("kind: Table\n");
    }

    @Test
    void a_wildcard_is_honoured_but_a_foreign_type_is_not() {
        define("[]");
        assertThat(server.get(ROCKS, "Accept", "application/*").status()).isEqualTo(200);
        TestServer.Answer refused = server.get(ROCKS, "Accept", "text/html");
        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.message())
                .isEqualTo("only the following media types are accepted: application/json, application/yaml, "
                        + "application/vnd.kubernetes.protobuf");
    }
}
