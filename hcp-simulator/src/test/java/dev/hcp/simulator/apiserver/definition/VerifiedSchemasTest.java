package dev.hcp.simulator.apiserver.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.crd.Crds;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.validation.cel.RuleDefinitions.Known;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifiedSchemasTest {
    /** What lets a management cluster start without checking them. */
    @ParameterizedTest
    @EnumSource
    void the_schemas_of_the_shipped_definitions_are_right(Edition edition) {
        assertThat(Crds.all(edition)).allSatisfy(definition -> {
            for (JsonObject version : DefinitionSpec.of(definition).versions()) {
                boolean status = version.object("subresources").containsKey("status");
                JsonObject schema = version.object("schema", "openAPIV3Schema");
                assertThat(schema).isNotEmpty();
                assertThat(SchemaRules.check(schema, "schema", status, Known.NOTHING))
                        .as(definition.text("metadata", "name"))
                        .isEmpty();
            }
        });
    }

    @Test
    void a_schema_that_differs_in_one_rule_is_checked() {
        JsonObject right = definition("self == oldSelf");
        VerifiedSchemas.ofDefinition(right);

        assertThat(errors(definition("self == oldSelf"))).isEmpty();
        assertThat(errors(definition("self == nobody"))).hasSize(1);
    }

    private static List<?> errors(JsonObject definition) {
        return DefinitionValidation.ofNew(definition);
    }

    private static JsonObject definition(String rule) {
        JsonObject schema = Json.parseObject("""
                {"type": "object", "properties": {"spec": {"type": "string",
                  "x-kubernetes-validations": [{"rule": "%s"}]}}}
                """.formatted(rule));
        JsonObject version = JsonObject.of(
                "name", "v1", "served", true, "storage", true, "schema", JsonObject.of("openAPIV3Schema", schema));
        return Json.parseObject("""
                {"metadata": {"name": "gears.example.com"}, "spec": {"group": "example.com", "scope": "Namespaced",
                  "names": {"plural": "gears", "singular": "gear", "kind": "Gear", "listKind": "GearList"},
                  "conversion": {"strategy": "None"}}, "status": {"storedVersions": ["v1"]}}
                """).withAt(JsonArray.of(version), "spec", "versions");
    }
}
