package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values of custom resources may be. The rows name the schema of {@code spec.f}, a value, and what is said of it. */
class CustomResourceValuesTest {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final String GEARS = "/apis/example.com/v1/gears";
    private static final String NOT_CHECKED = "<nil>: Invalid value: \"null\": some validation rules were not checked "
            + "because the object was invalid; correct the existing errors to complete validation";

    private final TestServer server = new TestServer();

    private void define(String schema) {
        String name = DEFINITIONS + "/gears.example.com";
        JsonObject live = server.get(name).body();
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
                      openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {f: %s}}}}
                """;
        TestServer.Answer answer = live.containsKey("spec")
                ? server.put(
                        name,
                        yaml.formatted(live.text("metadata", "resourceVersion"), schema),
                        "Content-Type",
                        "application/yaml")
                : server.post(DEFINITIONS, yaml.formatted("", schema), "Content-Type", "application/yaml");
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    private TestServer.Answer create(String value) {
        return server.post(
                GEARS,
                "{apiVersion: example.com/v1, kind: Gear, metadata: {name: g}, spec: {f: " + value + "}}",
                "Content-Type",
                "application/yaml");
    }

    private static List<String> errors(TestServer.Answer answer) {
        return answer.body().array("details", "causes").stream()
                .map(JsonObject.class::cast)
                .map(cause -> cause.text("field") + ": " + cause.text("message"))
                .toList();
    }

    private static void assertSaid(TestServer.Answer answer, String expected) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(expected.isEmpty() ? 201 : 422);
        String[] each = expected.isEmpty() ? new String[0] : expected.split(" \\| ");
        for (int i = 0; i < each.length; i++) {
            each[i] = each[i].startsWith("spec.f") || each[i].startsWith("<nil>") ? each[i] : "spec.f: " + each[i];
        }
        assertThat(errors(answer)).as(answer.text()).containsExactlyInAnyOrder(each);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "{type: string}; 1; Invalid value: \"integer\": spec.f in body must be of type string: \"integer\"",
                "{type: string}; 1.5; Invalid value: \"number\": spec.f in body must be of type string: \"number\"",
                "{type: integer}; a; Invalid value: \"string\": spec.f in body must be of type integer: \"string\"",
                "{type: integer}; 1.5; Invalid value: \"number\": spec.f in body must be of type integer: \"number\"",
                "{type: boolean}; {}; Invalid value: \"object\": spec.f in body must be of type boolean: \"object\"",
                "{type: object}; []; Invalid value: \"array\": spec.f in body must be of type object: \"array\"",
                "{type: array, items: {type: string}}; true; Invalid value: \"boolean\": spec.f in body must be of type array: \"boolean\"",
                "{type: array, items: {type: string}}; [null]; spec.f[0]: Invalid value: \"null\": spec.f[0] in body must be of type string: \"null\"",
                "{type: object, additionalProperties: {type: string}}; {z: null}; spec.f.z: Invalid value: \"null\": spec.f.z in body must be of type string: \"null\"",
                "{x-kubernetes-int-or-string: true}; 1.5; Invalid value: \"number\": spec.f in body must be of type integer,string: \"number\"",
                "{x-kubernetes-int-or-string: true}; 5%; ^^",
                "{type: string, enum: [A, B]}; C; Unsupported value: \"C\": supported values: \"A\", \"B\"",
                "{type: integer, enum: [1, 2]}; 3; Unsupported value: 3: supported values: \"1\", \"2\"",
                "{type: boolean, enum: [true]}; false; Unsupported value: false: supported values: \"true\"",
                "{type: object, properties: {a: {type: string}}, required: [a]}; {}; spec.f.a: Required value",
                "{type: string, pattern: '^a+$'}; b; Invalid value: \"b\": spec.f in body should match '^a+$'",
                "{type: integer, minimum: 3}; 1; Invalid value: 1: spec.f in body should be greater than or equal to 3",
                "{type: integer, minimum: 3, exclusiveMinimum: true}; 3; Invalid value: 3: spec.f in body should be greater than 3",
                "{type: number, maximum: 3.5}; 9.25; Invalid value: 9.25: spec.f in body should be less than or equal to 3.5",
                "{type: number, maximum: 1}; 1234567.5; Invalid value: 1.2345675e+06: spec.f in body should be less than or equal to 1",
                "{type: integer, maximum: 3, exclusiveMaximum: true}; 3; Invalid value: 3: spec.f in body should be less than 3",
                "{type: integer, multipleOf: 3}; 4; Invalid value: 4: spec.f in body should be a multiple of 3",
                "{type: string, minLength: 2}; a; Invalid value: \"a\": spec.f in body should be at least 2 chars long",
                "{type: string, maxLength: 2}; abc; Too long: may not be more than 2 bytes",
                "{type: string, maxLength: 2}; éé; ^^",
                "{type: array, items: {type: string}, minItems: 2}; [a]; Invalid value: 1: spec.f in body should have at least 2 items",
                "{type: array, items: {type: string}, maxItems: 1}; [a, b]; Too many: 2: must have at most 1 items",
                "{type: object, additionalProperties: {type: string}, minProperties: 2}; {a: b}; Invalid value: 1: spec.f in body should have at least 2 properties",
                "{type: object, additionalProperties: {type: string}, maxProperties: 1}; {a: b, c: d}; Too many: 2: must have at most 1 items",
                "{type: array, items: {type: string}, x-kubernetes-list-type: set}; [a, a]; spec.f[1]: Duplicate value: \"a\"",
                "{type: integer, format: int32}; 2147483648; ^^",
                "{type: integer}; 9223372036854775808; Invalid value: \"number\": spec.f in body must be of type integer: \"number\"",
                "{type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}, oneOf: [{required: [a, b]}, {required: [c]}]}; {}; <nil>: Invalid value: \"\": \"spec.f\" must validate one and only one schema (oneOf). Found none valid | spec.f.a: Required value | spec.f.b: Required value",
                "{type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [b]}, {properties: {a: {pattern: x}}}]}; {a: w}; <nil>: Invalid value: \"\": \"spec.f\" must validate one and only one schema (oneOf). Found none valid | spec.f.a: Invalid value: \"w\": spec.f.a in body should match 'x'",
                "{type: string, oneOf: [{minLength: 1}, {maxLength: 5}]}; a; <nil>: Invalid value: \"\": \"spec.f\" must validate one and only one schema (oneOf). Found 2 valid alternatives",
                "{type: string, anyOf: [{minLength: 3}, {pattern: b}]}; a; <nil>: Invalid value: \"\": \"spec.f\" must validate at least one schema (anyOf) | Invalid value: \"a\": spec.f in body should be at least 3 chars long",
                "{type: string, not: {pattern: a}}; a; <nil>: Invalid value: \"\": \"spec.f\" must not validate the schema (not)",
                "{type: string, allOf: [{minLength: 3}, {pattern: a}]}; a; Invalid value: \"a\": spec.f in body should be at least 3 chars long | <nil>: Invalid value: \"\": \"spec.f\" must validate all the schemas (allOf)",
                "{type: string, allOf: [{minLength: 3}]}; a; Invalid value: \"a\": spec.f in body should be at least 3 chars long | <nil>: Invalid value: \"\": \"spec.f\" must validate all the schemas (allOf). None validated",
            })
    void values_are_told_of_by_the_keyword_that_they_break(String schema, String value, String expected) {
        define(schema);
        assertSaid(create(value), expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "date-time; 2020-01-01T00:00:00Z; 2020-01-01 00:00:00",
                "date-time; 2020-01-01t23:59:59.5+99:00; 2020-01-01T24:00:00Z",
                "date-time; 2020-12-31T00:00:00z; 2020-13-01T00:00:00Z",
                "date; 2020-02-29; 2021-02-29",
                "duration; 1h30m; 1 parsec",
                "duration; 3 days; three days",
                "duration; about 2 weeks; ''",
                "ipv4; 10.0.0.1; 10.0.0.256",
                "ipv6; 'fe80::1'; 10.0.0.1",
                "cidr; 10.0.0.0/8; 10.0.0.0/33",
                "uri; 'http://a.b/c d'; 'a.b/c'",
                "uri; /path; '://a'",
                "uuid; 11111111-2222-3333-4444-555555555555; 11111111-2222-3333-4444-55555555555",
                "uuid4; 11111111-2222-4333-8444-555555555555; 11111111-2222-3333-4444-555555555555",
                "email; a@b.c; ab.c",
                "hostname; a.example.com; a_b.example.com",
                "byte; YWI=; YWI",
                "byte; YWJj; ''",
                "mac; 'aa:bb:cc:dd:ee:ff'; 'aa:bb:cc:dd:ee-ff'",
                "mac; 'aa:bb:cc:dd:ee:ff:00:11'; 'aa:bb:cc:dd:ee:ff:00'",
                "bsonobjectid; 507f1f77bcf86cd799439011; 507f1f77",
                "isbn; 0-306-40615-2; 0-306-40615-3",
                "isbn13; 978-0-306-40615-7; 978-0-306-40615-8",
                "creditcard; 4111111111111111; 4111111111111112",
                "ssn; 123-45-6789; 123-45",
                "hexcolor; '#fff'; '#ffff'",
                "rgbcolor; 'rgb(0, 12, 255)'; 'rgb(0, 12, 256)'",
            })
    void formats_are_enforced(String format, String good, String bad) {
        define("{type: string, format: " + format + "}");
        assertSaid(
                create("\"" + bad + "\""),
                "Invalid value: \"" + bad + "\": spec.f in body must be of type " + format + ": \"" + bad + "\"");
        assertSaid(create("\"" + good + "\""), "");
    }

    @ParameterizedTest
    @CsvSource({"ip, not an address", "password, anything", "foo, bar", "int64, x"})
    void other_formats_take_anything(String format, String value) {
        define("{type: string, format: " + format + "}");
        assertSaid(create("\"" + value + "\""), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "^a$; \"a\\n\"; false",
                "^.$; \"\\r\"; true",
                "^[[:alpha:]]+$; ab; true",
                "^[[:^alpha:]]+$; ab; false",
                "^[a[b]+$; \"[\"; true",
                "^[a&&b]+$; a&b; true",
                "^\\s$; \"\\v\"; false",
                "(?m)^b$; \"a\\nb\\nc\"; true",
                "^(?P<x>a)$; a; true",
                "^\\Q$\\E$; $; true",
            })
    void patterns_are_in_gos_dialect(String pattern, String value, boolean fits) {
        define("{type: string, pattern: '" + pattern + "'}");
        assertThat(create(value).status()).isEqualTo(fits ? 201 : 422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{type: string, nullable: true, default: d}; null; null",
                "{type: string, nullable: true}; null; null",
                "{type: string, default: d}; null; '\"d\"'",
                "{type: string}; null; absent",
                "{type: object, properties: {a: {type: string, default: d}}}; {}; '{\"a\":\"d\"}'",
                "{type: object, default: {}, properties: {a: {type: string, default: d}}}; null; '{\"a\":\"d\"}'",
                "{type: array, items: {type: object, properties: {a: {type: string, default: d}}}}; '[{}]'; '[{\"a\":\"d\"}]'",
                "{type: object, additionalProperties: {type: object, properties: {a: {type: string, default: d}}}}; '{x: {}}'; '{\"x\":{\"a\":\"d\"}}'",
                "{type: object, properties: {a: {type: string}}}; '{a: b, z: 1}'; '{\"a\":\"b\"}'",
                "{type: object, x-kubernetes-preserve-unknown-fields: true, properties: {a: {type: object, properties: {b: {type: string}}}}}; '{z: {q: 1}, a: {c: 1}}'; '{\"a\":{},\"z\":{\"q\":1}}'",
                "{type: integer}; 1.0; 1",
                "{type: number}; 1.0; 1",
            })
    void values_are_completed_and_pruned(String schema, String value, String expected) {
        define(schema);
        TestServer.Answer answer = create(value);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String spec = answer.body().object("spec").toString();
        assertThat(spec).isEqualTo(expected.equals("absent") ? "{}" : "{\"f\":" + expected + "}");
    }

    @Test
    void rules_wait_until_values_have_their_shape() {
        define("{type: object, properties: {a: {type: integer, minimum: 3}, b: {type: string}}, "
                + "x-kubernetes-validations: [{rule: 'self.a > 5'}]}");
        assertSaid(
                create("{a: x}"),
                "spec.f.a: Invalid value: \"string\": spec.f.a in body must be of type integer: \"string\" | "
                        + NOT_CHECKED);
        assertSaid(
                create("{a: 2}"),
                "spec.f.a: Invalid value: 2: spec.f.a in body should be greater than or equal to 3 | "
                        + "Invalid value: \"object\": failed rule: self.a > 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "{kind: A, apiVersion: a/b/c}; spec.f.apiVersion: Invalid value: \"a/b/c\": unexpected GroupVersion string: a/b/c",
                "{}; spec.f.apiVersion: Required value: must not be empty | spec.f.kind: Required value: must not be empty",
                "{kind: '', apiVersion: ''}; spec.f.apiVersion: Invalid value: \"\": must not be empty | spec.f.kind: Invalid value: \"\": must not be empty",
                "{kind: A, apiVersion: v1, metadata: {name: a/b}}; spec.f.metadata.name: Invalid value: \"a/b\": may not contain '/'",
                "{kind: A, apiVersion: v1, metadata: {labels: {'': x}}}; spec.f.metadata.labels: Invalid value: \"\": name part must be non-empty | spec.f.metadata.labels: Invalid value: \"\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
                "{kind: A, apiVersion: v1, metadata: {labels: {a: b}, annotations: {c: d}}, any: 1}; ^^",
            })
    void objects_within_objects_are_whole(String value, String expected) {
        define("{type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}");
        assertSaid(create(value), expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "{kind: A, apiVersion: v1, metadata: {annotations: {a: 1}}}; spec.f.metadata: Invalid value: map[string]interface {}{\"annotations\":map[string]interface {}{\"a\":1}}: json: cannot unmarshal number into Go struct field ObjectMeta.annotations of type string",
                "{kind: 1, apiVersion: v1}; spec.f.kind: Invalid value: 1: must be a string",
            })
    void metadata_of_objects_within_objects_has_its_types(String value, String expected) {
        define("{type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}");
        TestServer.Answer answer = create(value);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Gear in version \"v1\" cannot be handled as a Gear: " + expected);
    }

    @Test
    void unknown_metadata_is_told_of_first_and_embedded_metadata_last() {
        define("{type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}");
        TestServer.Answer answer = server.post(
                GEARS + "?fieldValidation=Strict",
                "{apiVersion: example.com/v1, kind: Gear, metadata: {name: g, foo: 1}, extra: 1, "
                        + "spec: {zz: 1, f: {apiVersion: v1, kind: A, metadata: {bar: 1}}}}",
                "Content-Type",
                "application/yaml");
        assertThat(answer.message())
                .isEqualTo("Gear in version \"v1\" cannot be handled as a Gear: strict decoding error: unknown field "
                        + "\"metadata.foo\", unknown field \"extra\", unknown field \"spec.zz\", unknown field "
                        + "\"spec.f.metadata.bar\"");
    }

    @Test
    void a_label_without_a_value_has_the_empty_one() {
        define("{type: string}");
        TestServer.Answer answer = server.post(
                GEARS,
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Gear\",\"metadata\":{\"name\":\"g\",\"labels\":{\"a\":null}}}");
        assertThat(answer.body().object("metadata", "labels")).isEqualTo(JsonObject.of("a", ""));
    }

    @ParameterizedTest
    @CsvSource({"orphan, false", "example.com/f, false", "example.com, true", "plain, true"})
    void a_finalizer_without_a_path_is_warned_of_once(String finalizer, boolean warned) {
        define("{type: string}");
        String gear =
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Gear\",\"metadata\":{\"name\":\"g\",\"finalizers\":[\""
                        + finalizer + "\"]}}";
        assertThat(server.post(GEARS, gear).warnings())
                .containsExactly(
                        warned
                                ? new String[] {
                                    "299 - \"metadata.finalizers: \\\"" + finalizer
                                            + "\\\": prefer a domain-qualified finalizer name including a path (/) to avoid "
                                            + "accidental conflicts with other finalizer writers\""
                                }
                                : new String[0]);
        assertThat(server.merge(GEARS + "/g", "{\"spec\":{\"f\":\"x\"}}").warnings())
                .isEmpty();
    }
}
