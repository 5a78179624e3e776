package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields a writer owns, by the sort of the field: whoever applies owns what it states, whoever updates what it adds. */
class OwnedFieldsBySchemaTest {
    private final ApplyFixture fixture = new ApplyFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: x}                        | {'f:a':{}}",
                "{nothing: null}               | {'f:nothing':{}}",
                "{port: 5}                     | {'f:port':{}}",
                "{plain: [a, b]}               | {'f:plain':{}}",
                "{plain: []}                   | {'f:plain':{}}",
                "{texts: [b, a]}               | {'f:texts':{'v:\\'a\\'':{},'v:\\'b\\'':{}}}",
                "{texts: []}                   | {'f:texts':{}}",
                "{numbers: [2, 1]}             | {'f:numbers':{'v:1':{},'v:2':{}}}",
                "{entries: [{name: k, v: x}]}  | {'f:entries':{'k:{\\'name\\':\\'k\\'}':{'.':{},'f:name':{},'f:v':{}}}}",
                "{ports: [{port: 1}]}          | {'f:ports':{'k:{\\'port\\':1,\\'proto\\':\\'TCP\\'}':{'.':{},'f:port':{}}}}",
                "{map: {k: v}}                 | {'f:map':{'f:k':{}}}",
                "{map: {}}                     | {'f:map':{}}",
                "{whole: {k: v}}               | {'f:whole':{}}",
                "{open: {x: 1, d: {e: 2}, l: [1], o: null}} | {'f:open':{'f:d':{'.':{},'f:e':{}},'f:l':{},'f:o':{},'f:x':{}}}",
                "{}                            | {}"
            })
    void whoever_applies_owns_what_it_states(String spec, String owned) {
        assertThat(fixture.apply("one", spec).status()).isEqualTo(201);
        assertThat(fixture.fields("one", "Apply")).isEqualTo("{\"f:spec\":" + quoted(owned) + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: x}                        | 'f:a':{}",
                "{nothing: null}               | 'f:nothing':{}",
                "{plain: [a, b]}               | 'f:plain':{}",
                "{texts: [b, a]}               | 'f:texts':{'.':{},'v:\\'a\\'':{},'v:\\'b\\'':{}}",
                "{texts: []}                   | 'f:texts':{}",
                "{entries: [{name: k, v: x}]}  | 'f:entries':{'.':{},'k:{\\'name\\':\\'k\\'}':{'.':{},'f:name':{},'f:v':{}}}",
                "{ports: [{port: 1}]} | 'f:ports':{'.':{},'k:{\\'port\\':1,\\'proto\\':\\'TCP\\'}':{'.':{},'f:port':{},'f:proto':{}}}",
                "{map: {k: v}}                 | 'f:map':{'.':{},'f:k':{}}",
                "{map: {}}                     | 'f:map':{}",
                "{whole: {k: v}}               | 'f:whole':{}",
                "{open: {x: 1, d: {e: 2}, l: [1]}} | 'f:open':{'.':{},'f:d':{'.':{},'f:e':{}},'f:l':{},'f:x':{}}"
            })
    void whoever_creates_owns_the_structures_and_the_defaults_too(String spec, String owned) {
        assertThat(fixture.create("one", spec).status()).isEqualTo(201);
        String expected = "{\"f:spec\":{'.':{},'f:b':{}," + owned + "}}";
        assertThat(fixture.fields("one", "Update")).isEqualTo(Json.write(Json.parseObject(quoted(expected))));
    }

    private static String quoted(String text) {
        return text.replace("\\'", "\\\"").replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{map: {k: v}}                | {map: {k: w}}                 | 'f:map':{'f:k':{}}",
                "{map: {k: v}}                | {map: {l: w}}                 | 'f:map':{'f:l':{}}",
                "{whole: {k: v}}              | {whole: {l: w}}               | 'f:whole':{}",
                "{plain: [a]}                 | {plain: [a, b]}               | 'f:plain':{}",
                "{texts: [a]}                 | {texts: [a, b]}               | 'f:texts':{'v:\\'b\\'':{}}",
                "{entries: [{name: k, v: x}]} | {entries: [{name: k, v: z}]}  | 'f:entries':{'k:{\\'name\\':\\'k\\'}':{'f:v':{}}}",
                "{entries: [{name: k}]}       | {entries: [{name: k}, {name: l}]} | 'f:entries':{'k:{\\'name\\':\\'l\\'}':{'.':{},'f:name':{}}}",
                "{open: {x: 1}}               | {open: {x: {z: 1}}}           | 'f:open':{'f:x':{'.':{},'f:z':{}}}",
                "{open: {x: {z: 1}}}          | {open: {x: 1}}                | 'f:open':{'f:x':{}}"
            })
    void whoever_updates_owns_what_it_changes(String before, String after, String owned) {
        fixture.create("one", before);
        TestServer.Answer answer = fixture.server.send(
                "PATCH",
                ApplyFixture.A + "?fieldManager=two",
                Json.write(dev.hcp.api.json.Yaml.parse("{spec: " + after + "}", new java.util.ArrayList<>())),
                "Content-Type",
                "application/merge-patch+json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(fixture.fields("two", "Update")).isEqualTo(quoted("{'f:spec':{" + owned + "}}"));
    }

    @Test
    void an_item_with_a_defaulted_key_is_the_item_with_that_key() {
        fixture.apply("one", "{ports: [{port: 1}]}");
        assertThat(fixture.apply("two", "{ports: [{port: 1, proto: TCP, v: x}]}")
                        .status())
                .isEqualTo(200);
        assertThat(fixture.spec().array("ports")).hasSize(1);
    }

    @Test
    void metadata_has_its_own_lists_and_maps() {
        fixture.server.apply(ApplyFixture.A + "?fieldManager=one", """
                apiVersion: test.example.com/v1
                kind: Sort
                metadata:
                  name: a
                  labels: {l: x}
                  annotations: {m: x}
                  finalizers: [test.example.com/f]
                  ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: c, uid: u}]
                """);
        assertThat(fixture.fields("one", "Apply"))
                .isEqualTo("{\"f:metadata\":{\"f:annotations\":{\"f:m\":{}},"
                        + "\"f:finalizers\":{\"v:\\\"test.example.com/f\\\"\":{}},\"f:labels\":{\"f:l\":{}},"
                        + "\"f:ownerReferences\":{\"k:{\\\"uid\\\":\\\"u\\\"}\":{}}}}");
    }

    @Test
    void nobody_owns_what_the_server_keeps() {
        fixture.create("one", "{}");
        fixture.server.apply(
                ApplyFixture.A + "?fieldManager=two",
                "{apiVersion: test.example.com/v1, kind: Sort, metadata: {name: a, namespace: demo, generateName: g}}");
        assertThat(fixture.fields("two", "Apply")).isEqualTo("{\"f:metadata\":{\"f:generateName\":{}}}");
    }

    @Test
    void the_main_endpoint_does_not_own_the_status_nor_the_status_endpoint_the_spec() {
        fixture.server.apply(
                ApplyFixture.A + "?fieldManager=one", ApplyFixture.sort("spec: {a: x}, status: {phase: p}"));
        assertThat(fixture.fields("one", "Apply")).isEqualTo("{\"f:spec\":{\"f:a\":{}}}");
        fixture.server.apply(
                ApplyFixture.A + "/status?fieldManager=two", ApplyFixture.sort("spec: {a: z}, status: {phase: p}"));
        assertThat(fixture.fields("two", "Apply")).isEqualTo("{\"f:status\":{\"f:phase\":{}}}");
        assertThat(fixture.spec().text("a")).isEqualTo("x");
    }

    @Test
    void the_status_endpoint_of_a_custom_resource_owns_labels_that_it_does_not_write() {
        fixture.create("one", "{}");
        fixture.server.merge(
                ApplyFixture.A + "/status?fieldManager=two",
                "{\"metadata\":{\"labels\":{\"l\":\"x\"}},\"status\":{\"phase\":\"p\"}}");
        assertThat(fixture.stored().object("metadata").containsKey("labels")).isFalse();
        assertThat(fixture.fields("two", "Update")).contains("\"f:metadata\":{\"f:labels\":{\".\":{},\"f:l\":{}}}");
    }
}
