package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a definition must say beside its schemas, when it is created and when it is changed. */
class DefinitionsValidationTest {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final String DNS_1035 =
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
                    + "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for "
                    + "validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
    private static final String SCHEMA = "schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, "
            + "properties: {a: {type: string}, o: {type: object}}}}}}";
    private static final String V1 = "{name: v1, served: true, storage: true, " + SCHEMA + "}";

    private final TestServer server = new TestServer();

    private static String definition(String names, String versions, String more) {
        return """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: gears.example.com}
            spec: {group: example.com, scope: Namespaced, names: {%s}, versions: [%s] %s}
            """.formatted(names, versions, more.isEmpty() ? "" : ", " + more);
    }

    private TestServer.Answer create(String yaml) {
        return server.post(DEFINITIONS, yaml, "Content-Type", "application/yaml");
    }

    private static List<String> errors(TestServer.Answer answer) {
        return answer.body().array("details", "causes").stream()
                .map(JsonObject.class::cast)
                .map(cause -> cause.text("field") + ": " + cause.text("message"))
                .toList();
    }

    private static void assertSaid(TestServer.Answer answer, String expected) {
        String[] each = expected.replace("DNS1035", DNS_1035).split(" \\| ");
        assertThat(errors(answer)).as(answer.text()).containsExactlyInAnyOrder(each);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "plural: gears, kind: Gear, singular: Gear; spec.names.singular: Invalid value: \"Gear\": DNS1035",
                "plural: gears, kind: Gear, shortNames: [g, Dfts]; spec.names.shortNames[1]: Invalid value: \"Dfts\": DNS1035",
                "plural: gears, kind: Gear, categories: [a_b]; spec.names.categories[0]: Invalid value: \"a_b\": DNS1035",
                "plural: gears, kind: Ge_ar; spec.names.kind: Invalid value: \"Ge_ar\": may have mixed case, but should otherwise match: DNS1035 | spec.names.listKind: Invalid value: \"Ge_arList\": may have mixed case, but should otherwise match: DNS1035 | spec.names.singular: Invalid value: \"ge_ar\": DNS1035",
                "plural: gears, kind: Gear, listKind: Gear; spec.names.listKind: Invalid value: \"Gear\": kind and listKind may not be the same",
                "plural: gears; spec.names.singular: Required value | spec.names.kind: Required value | spec.names.listKind: Required value",
            })
    void names_are_labels(String names, String expected) {
        assertSaid(create(definition(names, V1, "")), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "additionalPrinterColumns: [{type: string, jsonPath: .a}]; spec.additionalPrinterColumns[0].name: Required value",
                "additionalPrinterColumns: [{name: a, type: foo, jsonPath: .a}]; spec.additionalPrinterColumns[0].type: Invalid value: \"foo\": must be one of boolean,date,integer,number,string",
                "additionalPrinterColumns: [{name: a, jsonPath: .a}]; spec.additionalPrinterColumns[0].type: Required value: must be one of boolean,date,integer,number,string",
                "additionalPrinterColumns: [{name: a, type: string, format: x, jsonPath: .a}]; spec.additionalPrinterColumns[0].format: Invalid value: \"x\": must be one of byte,date,date-time,double,float,int32,int64,password",
                "additionalPrinterColumns: [{name: a, type: string}]; spec.additionalPrinterColumns[0].JSONPath: Required value",
                "additionalPrinterColumns: [{name: a, type: string, jsonPath: a}]; spec.additionalPrinterColumns[0].JSONPath: Invalid value: \"a\": must be a simple json path starting with .",
                "subresources: {scale: {specReplicasPath: .foo, statusReplicasPath: .status.n}}; spec.subresources.scale.specReplicasPath: Invalid value: \".foo\": should be a json path under .spec",
                "subresources: {scale: {specReplicasPath: .spec.n, statusReplicasPath: .spec.n}}; spec.subresources.scale.statusReplicasPath: Invalid value: \".spec.n\": should be a json path under .status",
                "subresources: {scale: {}}; spec.subresources.scale.specReplicasPath: Required value | spec.subresources.scale.statusReplicasPath: Required value",
                "subresources: {scale: {specReplicasPath: .spec.n, statusReplicasPath: .status.n, labelSelectorPath: .x}}; spec.subresources.scale.labelSelectorPath: Invalid value: \".x\": should be a json path under either .spec or .status",
                "subresources: {scale: {specReplicasPath: spec.n, statusReplicasPath: .status.n}}; spec.subresources.scale.specReplicasPath: Invalid value: \"spec.n\": must be a simple json path starting with .",
                "selectableFields: [{jsonPath: .spec.a}, {jsonPath: .metadata.name}]; spec.selectableFields[1].jsonPath: Invalid value: \".metadata.name\": is an invalid path: does not refer to a valid field",
                "selectableFields: [{jsonPath: .spec.o}]; spec.selectableFields[0]: Invalid value: \".spec.o\": must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.",
                "selectableFields: [{jsonPath: .spec.a}, {jsonPath: .spec.a}]; spec.selectableFields[1]: Duplicate value: \".spec.a\"",
                "selectableFields: [{jsonPath: \".spec['a']\"}]; spec.selectableFields[0].jsonPath: Invalid value: \".spec['a']\": is an invalid path: array notation is not allowed",
                "deprecationWarning: gone; spec.versions[0].deprecationWarning: Invalid value: \"gone\": can only be set for deprecated versions",
                "deprecated: true, deprecationWarning: ''; spec.versions[0].deprecationWarning: Invalid value: \"\": must not be an empty string",
            })
    void what_a_version_adds_is_checked(String more, String expected) {
        String version = V1.substring(0, V1.length() - 1) + ", " + more + "}";
        assertSaid(create(definition("plural: gears, kind: Gear", version, "")), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '^',
            value = {
                "conversion: {strategy: Webhook} => spec.conversion.webhookClientConfig: Required value: required when strategy is set to Webhook | spec.conversion.conversionReviewVersions: Required value",
                "conversion: {strategy: Foo} => spec.conversion.strategy: Unsupported value: \"Foo\": supported values: \"None\", \"Webhook\"",
                "conversion: {strategy: None, webhook: {conversionReviewVersions: [v1]}} => spec.conversion.conversionReviewVersions: Forbidden: should not be set when strategy is not set to Webhook",
                "conversion: {strategy: Webhook, webhook: {conversionReviewVersions: [v2], clientConfig: {url: 'https://a.b'}}} => spec.conversion.conversionReviewVersions: Invalid value: []string{\"v2\"}: must include at least one of v1, v1beta1",
                "conversion: {strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {}}} => spec.conversion.webhookClientConfig: Required value: exactly one of url or service is required",
                "conversion: {strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {url: 'http://a.b/'}}} => spec.conversion.webhookClientConfig.url: Invalid value: \"http\": 'https' is the only allowed URL scheme; desired format: https://host[/path]",
                "preserveUnknownFields: true => spec.preserveUnknownFields: Invalid value: true: cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead",
            })
    void what_a_definition_adds_is_checked(String more, String expected) {
        assertSaid(create(definition("plural: gears, kind: Gear", V1, more)), expected);
    }

    @Test
    void an_empty_definition_lacks_everything() {
        String empty =
                "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: x.y}, spec: {}}";
        assertSaid(
                create(empty),
                "metadata.name: Invalid value: \"x.y\": must be spec.names.plural+\".\"+spec.group"
                        + " | spec.group: Required value | spec.scope: Required value"
                        + " | spec.versions: Invalid value: []apiextensions.CustomResourceDefinitionVersion(nil): "
                        + "must have exactly one version marked as storage version"
                        + " | spec.names.plural: Required value | spec.names.singular: Required value"
                        + " | spec.names.kind: Required value | spec.names.listKind: Required value"
                        + " | status.storedVersions: Invalid value: []string(nil): must have at least one stored version");
    }

    @Test
    void versions_have_names_of_their_own_and_one_is_stored() {
        String nothingStored = V1.replace("storage: true", "storage: false");
        assertThat(errors(create(definition("plural: gears, kind: Gear", nothingStored, ""))))
                .contains("spec.versions: Invalid value: []apiextensions.CustomResourceDefinitionVersion{"
                        + "apiextensions.CustomResourceDefinitionVersion{Name:\"v1\", Served:true, Storage:false, "
                        + "Deprecated:false, DeprecationWarning:(*string)(nil), "
                        + "Schema:(*apiextensions.CustomResourceValidation)(nil), "
                        + "Subresources:(*apiextensions.CustomResourceSubresources)(nil), "
                        + "AdditionalPrinterColumns:[]apiextensions.CustomResourceColumnDefinition(nil), "
                        + "SelectableFields:[]apiextensions.SelectableField(nil)}}: "
                        + "must have exactly one version marked as storage version");
        assertThat(errors(create(definition("plural: gears, kind: Gear", V1 + ", " + nothingStored, ""))))
                .singleElement()
                .asString()
                .endsWith("must contain unique version names");
        assertSaid(
                create(definition("plural: gears, kind: Gear", V1.replace("v1", "V1"), "")),
                "spec.versions[0].name: Invalid value: \"V1\": DNS1035 | spec.version: Invalid value: \"V1\": DNS1035");
        assertSaid(
                create(definition("plural: gears, kind: Gear", "{name: v1, served: true, storage: true}", "")),
                "spec.versions[0].schema.openAPIV3Schema: Required value: schemas are required");
    }

    @Test
    void what_versions_say_differently_is_told_of_each() {
        String other = V1.replace("v1", "v2")
                .replace("storage: true", "storage: false")
                .replace("o: {type: object}", "o: {}");
        assertSaid(
                create(definition("plural: gears, kind: Gear", V1 + ", " + other, "")),
                "spec.versions[1].schema.openAPIV3Schema.properties[spec].properties[o].type: Required value: must not "
                        + "be empty for specified object fields");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "other: x; Required value: protected groups must have approval annotation \"api-approved.kubernetes.io\", see https://github.com/kubernetes/enhancements/pull/1111",
                "api-approved.kubernetes.io: because; Invalid value: \"because\": protected groups must have approval annotation \"api-approved.kubernetes.io\" with either a URL or a reason starting with \"unapproved\", see https://github.com/kubernetes/enhancements/pull/1111",
                "api-approved.kubernetes.io: 'unapproved, legacy'; ''",
                "api-approved.kubernetes.io: 'https://github.com/kubernetes/kubernetes/pull/1'; ''",
            })
    void definitions_in_kubernetes_own_groups_name_their_approval(String annotation, String expected) {
        TestServer.Answer answer = create(definition("plural: gears, kind: Gear", V1, "")
                .replace("{name: gears.example.com}", "{name: gears.x.k8s.io, annotations: {" + annotation + "}}")
                .replace("example.com", "x.k8s.io"));
        assertThat(errors(answer))
                .containsExactly(
                        expected.isEmpty()
                                ? new String[0]
                                : new String[] {"metadata.annotations[api-approved.kubernetes.io]: " + expected});
    }

    private TestServer.Answer change(String from, String to) {
        String name = DEFINITIONS + "/gears.example.com";
        return server.put(name, server.get(name).body().toString().replace(from, to));
    }

    @Test
    void what_objects_are_stored_by_does_not_change_once_the_definition_is_established() {
        create(definition("plural: gears, kind: Gear", V1, ""));
        assertSaid(
                change("\"Namespaced\"", "\"Cluster\""), "spec.scope: Invalid value: \"Cluster\": field is immutable");
        assertSaid(
                change("\"kind\":\"Gear\"", "\"kind\":\"Cog\""),
                "spec.names.kind: Invalid value: \"Cog\": field is immutable");
        assertThat(errors(change("\"group\":\"example.com\"", "\"group\":\"example.org\"")))
                .contains("spec.group: Invalid value: \"example.org\": field is immutable");
        assertThat(errors(change("\"plural\":\"gears\"", "\"plural\":\"cogs\"")))
                .contains("spec.names.plural: Invalid value: \"cogs\": field is immutable");
    }

    @Test
    void a_version_that_was_stored_stays_until_nothing_is_stored_in_it() {
        create(definition("plural: gears, kind: Gear", V1, ""));
        JsonObject live = server.get(DEFINITIONS + "/gears.example.com").body();
        JsonObject v1 = live.array("spec", "versions").object(0);
        JsonObject v2 = v1.with("name", "v2");
        JsonObject moved = live.withAt(JsonArray.of(v1.with("storage", false), v2), "spec", "versions");
        TestServer.Answer answer = server.put(DEFINITIONS + "/gears.example.com", moved);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().array("status", "storedVersions")).containsExactly("v1", "v2");

        JsonObject live2 = server.get(DEFINITIONS + "/gears.example.com").body();
        JsonObject dropped = live2.withAt(JsonArray.of(v2), "spec", "versions");
        assertSaid(
                server.put(DEFINITIONS + "/gears.example.com", dropped),
                "status.storedVersions[0]: Invalid value: \"v1\": missing from spec.versions; v1 was previously a "
                        + "storage version, and must remain in spec.versions until a storage migration ensures no data "
                        + "remains persisted in v1 and removes v1 from status.storedVersions");

        server.merge(DEFINITIONS + "/gears.example.com/status", "{\"status\":{\"storedVersions\":[\"v2\"]}}");
        TestServer.Answer gone = server.put(
                DEFINITIONS + "/gears.example.com",
                server.get(DEFINITIONS + "/gears.example.com").body().withAt(JsonArray.of(v2), "spec", "versions"));
        assertThat(gone.status()).as(gone.text()).isEqualTo(200);
    }
}
