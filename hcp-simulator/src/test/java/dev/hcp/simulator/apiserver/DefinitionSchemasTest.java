package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the schema in a definition must be. The rows name the schema of {@code spec.f}, and what is said of it. */
class DefinitionSchemasTest {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions?dryRun=All";
    private static final String ROOT = "spec.validation.openAPIV3Schema";
    private static final String FIELD = ROOT + ".properties[spec].properties[f]";

    private final TestServer server = new TestServer();

    private List<String> errorsOf(String schema) {
        TestServer.Answer answer = server.post(DEFINITIONS, """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: gears.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {plural: gears, kind: Gear}
                  versions:
                  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: %s}}
                """.formatted(schema), "Content-Type", "application/yaml");
        assertThat(answer.status()).as(answer.text()).isIn(201, 422);
        return answer.body().array("details", "causes").stream()
                .map(JsonObject.class::cast)
                .map(cause -> cause.text("field") + ": " + cause.text("message"))
                .toList();
    }

    private List<String> errorsOfField(String schema) {
        return errorsOf("{type: object, properties: {spec: {type: object, properties: {f: " + schema + "}}}}");
    }

    private void assertSaid(List<String> errors, String prefix, String expected) {
        String[] each = expected.isBlank() ? new String[0] : expected.split(" \\| ");
        for (int i = 0; i < each.length; i++) {
            each[i] = each[i].replace("ROOT", ROOT).replace("FIELD", FIELD);
            each[i] = each[i].startsWith("spec.") ? each[i] : prefix + each[i];
        }
        assertThat(errors).containsExactlyInAnyOrder(each);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "{type: foo}; .type: Unsupported value: \"foo\": supported values: \"array\", \"boolean\", \"integer\", \"number\", \"object\", \"string\"",
                "{type: string, id: x}; .id: Forbidden: id is not supported",
                "{type: string, $ref: x}; .$ref: Forbidden: $ref is not supported",
                "{type: object, definitions: {a: {type: string}}}; .definitions: Forbidden: definitions is not supported",
                "{type: object, dependencies: {a: [b]}}; .dependencies: Forbidden: dependencies is not supported",
                "{type: object, patternProperties: {a: {type: string}}}; .patternProperties: Forbidden: patternProperties is not supported",
                "{type: array, items: {type: string}, additionalItems: true}; .additionalItems: Forbidden: additionalItems is not supported",
                "{type: array, items: [{type: string}]}; .items: Forbidden: items must be a schema object and not an array",
                "{type: array, items: {type: string}, uniqueItems: true}; .uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic",
                "{type: object, properties: {a: {type: string}}, additionalProperties: {type: string}}; .additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive",
                "{type: object, properties: {a: {type: string}}, additionalProperties: false}; .additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive",
                "{type: object, x-kubernetes-preserve-unknown-fields: false}; .x-kubernetes-preserve-unknown-fields: Invalid value: false: must be true or undefined",
                "{type: object, x-kubernetes-list-type: atomic}; .type: Invalid value: \"object\": must be array if x-kubernetes-list-type is specified",
                "{type: array, items: {type: string}, x-kubernetes-list-type: foo}; .x-kubernetes-list-type: Unsupported value: \"foo\": supported values: \"atomic\", \"set\", \"map\"",
                "{type: array, items: {type: string}, x-kubernetes-map-type: atomic}; .type: Invalid value: \"array\": must be object if x-kubernetes-map-type is specified",
                "{type: object, x-kubernetes-map-type: foo}; .x-kubernetes-map-type: Unsupported value: \"foo\": supported values: \"atomic\", \"granular\"",
                "{type: array, items: {type: object, properties: {a: {type: string}}}, x-kubernetes-list-type: set}; .items.x-kubernetes-map-type: Invalid value: \"null\": must be atomic as item of a list with x-kubernetes-list-type=set",
                "{type: array, items: {type: array, items: {type: string}, x-kubernetes-list-type: set}, x-kubernetes-list-type: set}; .items.x-kubernetes-list-type: Invalid value: \"set\": must be atomic as item of a list with x-kubernetes-list-type=set",
                "{type: array, items: {type: string, nullable: true}, x-kubernetes-list-type: set}; .items.nullable: Forbidden: cannot be nullable when x-kubernetes-list-type is set",
                "{type: array, items: {type: object, properties: {a: {type: string}}}, x-kubernetes-list-type: map}; .x-kubernetes-list-map-keys: Required value: must not be empty if x-kubernetes-list-type is map",
                "{type: array, items: {type: string}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a]}; .items.type: Invalid value: \"string\": must be object if parent array's x-kubernetes-list-type is map",
                "{type: array, items: {type: object, required: [a], properties: {a: {type: string}}}, x-kubernetes-list-map-keys: [a]}; .x-kubernetes-list-type: Required value: must be map if x-kubernetes-list-map-keys is non-empty",
                "{type: array, items: {type: object, required: [a], properties: {a: {type: string}}}, x-kubernetes-list-type: set, x-kubernetes-list-map-keys: [a]}; .x-kubernetes-list-type: Invalid value: \"set\": must be map if x-kubernetes-list-map-keys is non-empty | .items.x-kubernetes-map-type: Invalid value: \"null\": must be atomic as item of a list with x-kubernetes-list-type=set",
                "{type: array, items: {type: object, properties: {a: {type: string}}}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [b]}; .x-kubernetes-list-map-keys: Invalid value: []string{\"b\"}: entries must all be names of item properties",
                "{type: array, items: {type: object, required: [a], properties: {a: {type: string}}}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a, a]}; .x-kubernetes-list-map-keys: Invalid value: []string{\"a\", \"a\"}: must not contain duplicate entries",
                "{type: array, items: {type: object, required: [a], properties: {a: {type: object}}}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a]}; .items.properties[a].type: Invalid value: \"object\": must be a scalar type if parent array's x-kubernetes-list-type is map",
                "{type: array, items: {type: object, properties: {a: {type: string}}}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a]}; .items.properties[a].default: Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property",
                "{type: array, items: {type: object, required: [a], properties: {a: {type: string, nullable: true}}}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a]}; .items.properties[a].nullable: Forbidden: this property is in x-kubernetes-list-map-keys, so it cannot be nullable",
                "{type: array, items: {type: object, properties: {a: {type: string, default: x}}}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a]}; ''",
            })
    void the_first_stage_is_the_part_of_openapi_that_may_be_used(String schema, String expected) {
        assertSaid(errorsOfField(schema), FIELD, expected.equals("''") ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "{}; .type: Required value: must not be empty for specified object fields",
                "{type: array}; .items: Required value: must be specified",
                "{type: array, items: {}}; .items.type: Required value: must not be empty for specified array items",
                "{type: object, additionalProperties: {}}; .additionalProperties.type: Required value: must not be empty for specified object fields",
                "{x-kubernetes-preserve-unknown-fields: true}; ''",
                "{x-kubernetes-int-or-string: true}; ''",
                "{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}; ''",
                "{x-kubernetes-int-or-string: true, allOf: [{anyOf: [{type: integer}, {type: string}]}, {pattern: '^a$'}]}; ''",
                "{x-kubernetes-int-or-string: true, anyOf: [{type: string}, {type: integer}]}; .anyOf[0].type: Forbidden: must be empty to be structural | .anyOf[1].type: Forbidden: must be empty to be structural",
                "{x-kubernetes-int-or-string: true, x-kubernetes-preserve-unknown-fields: true}; .x-kubernetes-preserve-unknown-fields: Invalid value: true: must be false if x-kubernetes-int-or-string is true",
                "{type: string, anyOf: [{type: string}]}; .anyOf[0].type: Forbidden: must be empty to be structural",
                "{type: object, not: {additionalProperties: {pattern: a}}}; .not.additionalProperties: Forbidden: must be undefined to be structural",
                "{type: string, oneOf: [{default: a}]}; .oneOf[0].default: Forbidden: must be undefined to be structural",
                "{type: string, allOf: [{title: a, description: b, nullable: true}]}; .allOf[0].title: Forbidden: must be empty to be structural | .allOf[0].description: Forbidden: must be empty to be structural | .allOf[0].nullable: Forbidden: must be false to be structural",
                "{type: object, allOf: [{x-kubernetes-preserve-unknown-fields: true}]}; .allOf[0].x-kubernetes-preserve-unknown-fields: Forbidden: must be false to be structural",
                "{type: object, allOf: [{x-kubernetes-validations: [{rule: 'true'}]}]}; .allOf[0].x-kubernetes-validations: Forbidden: must be empty to be structural",
                "{type: object, anyOf: [{properties: {metadata: {}}}]}; .anyOf[0].properties[metadata]: Forbidden: must not be specified in a nested context",
                "{type: object, properties: {a: {type: string}}, anyOf: [{required: [a]}, {properties: {a: {pattern: x}}}]}; ''",
                "{type: string, pattern: '['}; .pattern: Invalid value: \"[\": must be a valid regular expression, but isn't: error parsing regexp: missing closing ]: `[`",
                "{type: string, x-kubernetes-embedded-resource: true}; .type: Invalid value: \"string\": must be object if x-kubernetes-embedded-resource is true | .properties: Required value: must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields",
                "{type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true, additionalProperties: {type: string}}; .additionalProperties: Forbidden: must not be used if x-kubernetes-embedded-resource is set",
                "{type: object, x-kubernetes-embedded-resource: true, properties: {kind: {type: integer}, apiVersion: {type: integer}, metadata: {type: string}}}; .properties[kind].type: Invalid value: \"integer\": must be string | .properties[apiVersion].type: Invalid value: \"integer\": must be string | .properties[metadata].type: Invalid value: \"string\": must be object",
            })
    void the_second_stage_is_structure(String schema, String expected) {
        assertSaid(errorsOfField(schema), FIELD, expected.trim().equals("''") ? "" : expected.trim());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "{type: integer, default: a}; .default: Invalid value: \"string\":  in body must be of type integer: \"string\"",
                "{type: string, enum: [a], default: b}; .default: Unsupported value: \"b\": supported values: \"a\"",
                "{type: object, properties: {a: {type: string}}, default: {zz: 1}}; .default: Invalid value: map[string]interface {}{\"zz\":1}: must not have unknown fields",
                "{type: object, required: [a], properties: {a: {type: string}}, default: {}}; .default.a: Required value",
                "{type: string, default: null}; ''",
                "{type: array, items: {type: object, properties: {a: {type: integer, default: x}}}}; .items.properties[a].default: Invalid value: \"string\":  in body must be of type integer: \"string\"",
                "{type: object, additionalProperties: {type: integer, default: x}}; .additionalProperties.default: Invalid value: \"string\":  in body must be of type integer: \"string\"",
                "{type: object, properties: {a: {type: integer}}, default: {a: 1}, x-kubernetes-validations: [{rule: self.a > 1}]}; .default: Invalid value: \"object\": failed rule: self.a > 1",
                "{type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true, default: {kind: A}}; .default.apiVersion: Required value: must not be empty",
            })
    void the_third_stage_is_defaults(String schema, String expected) {
        assertSaid(errorsOfField(schema), FIELD, expected.trim().equals("''") ? "" : expected.trim());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "{}; .type: Required value: must not be empty at the root",
                "{type: array, items: {type: string}}; .type: Invalid value: \"array\": must be object at the root",
                "{type: object, nullable: true}; .nullable: Forbidden: nullable cannot be true at the root",
                "{type: object, additionalProperties: {type: string}}; .additionalProperties: Forbidden: must not be used at the root",
                "{type: object, properties: {kind: {type: integer}}}; .properties[kind].type: Invalid value: \"integer\": must be string",
                "{type: object, properties: {metadata: {type: object, properties: {name: {type: string, pattern: '^a'}}}}}; ''",
                "{type: object, properties: {metadata: {type: object, properties: {labels: {type: object}}}}}; .properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified",
                "{type: object, properties: {metadata: {type: object, required: [name]}}}; .properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified",
                "{type: object, properties: {metadata: {type: object, default: {}}}}; .properties[metadata].default: Forbidden: must not be set in top-level metadata",
                "{type: object, properties: {kind: {type: string, default: A}}}; .properties[kind].default: Forbidden: must not be set in top-level kind",
                "{type: object, anyOf: [{properties: {a: {pattern: x}}}]}; .properties[a]: Required value: because it is defined in ROOT.anyOf[0].properties[a]",
            })
    void the_root_describes_a_whole_object(String schema, String expected) {
        assertSaid(errorsOf(schema), ROOT, expected.trim().equals("''") ? "" : expected.trim());
    }

    @Test
    void an_earlier_stage_hides_the_later_ones() {
        String subset = "a: {type: array, items: {type: string}, uniqueItems: true}";
        String structure = "b: {}";
        String defaults = "c: {type: string, default: 1}";
        String rule = "d: {type: string, x-kubernetes-validations: [{rule: self.nope}]}";
        String open = "{type: object, properties: {";
        assertThat(errorsOfField(open + String.join(", ", subset, structure, defaults, rule) + "}}"))
                .singleElement()
                .asString()
                .contains("uniqueItems");
        assertThat(errorsOfField(open + String.join(", ", structure, defaults, rule) + "}}"))
                .singleElement()
                .asString()
                .contains("properties[b].type");
        assertThat(errorsOfField(open + String.join(", ", defaults, rule) + "}}"))
                .singleElement()
                .asString()
                .contains("properties[c].default");
        assertThat(errorsOfField(open + rule + "}}")).singleElement().asString().contains("compilation failed");
    }

    @Test
    void rules_are_compiled_beside_parts_that_are_wrong() {
        String schema = "{type: object, properties: {a: {type: array, items: {type: string}, uniqueItems: true}, "
                + "d: {type: string, x-kubernetes-validations: [{rule: 'self.nope'}]}}}";
        assertThat(errorsOfField(schema)).hasSize(2);
    }
}
