package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an apply makes of an object, and of who owns it. */
class ApplySemanticsTest {
    private final ApplyFixture fixture = new ApplyFixture();

    private String version() {
        return String.valueOf(fixture.stored().text("metadata", "resourceVersion"));
    }

    @Test
    void defaults_belong_to_nobody() {
        fixture.apply("one", "{a: x}");
        assertThat(fixture.spec()).isEqualTo(JsonObject.of("a", "x", "b", "preset"));
        assertThat(fixture.fields("one", "Apply")).isEqualTo("{\"f:spec\":{\"f:a\":{}}}");
    }

    @Test
    void the_same_value_has_two_owners_and_the_newcomer_no_time() {
        fixture.apply("one", "{a: x}");
        String before = version();
        assertThat(fixture.apply("two", "{a: x}").status()).isEqualTo(200);
        JsonObject newcomer = fixture.entries().object(0);
        assertThat(newcomer.text("manager")).isEqualTo("two");
        assertThat(newcomer.containsKey("time")).isFalse();
        assertThat(fixture.fields("one", "Apply")).isEqualTo(fixture.fields("two", "Apply"));
        assertThat(version()).as("a new owner is a write").isNotEqualTo(before);
        assertThat(fixture.stored().integer(0, "metadata", "generation")).isEqualTo(1);
    }

    @Test
    void applying_the_same_again_is_no_write() {
        fixture.apply("one", "{a: x, entries: [{name: k, v: x}]}");
        JsonObject before = fixture.stored();
        fixture.server.seconds.addAndGet(100);
        assertThat(fixture.apply("one", "{a: x, entries: [{name: k, v: x}]}").body())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: x, map: {k: v}} | {map: {l: w}} | {a: x} | {'a':'x','b':'preset','map':{'l':'w'}}",
                "{texts: [a, b]} | {texts: [b, c]} | {a: x} | {'a':'x','b':'preset','texts':['b','c']}",
                "{entries: [{name: k, v: x}, {name: l}]} | {entries: [{name: k}]} | {a: x} | {'a':'x','b':'preset','entries':[{'name':'k'}]}",
                "{a: x, plain: [p]} | {plain: [p]} | {a: x} | {'a':'x','b':'preset','plain':['p']}",
                "{whole: {k: v}, a: x} | {replicas: 1} | {a: x} | {'a':'x','b':'preset','replicas':1}",
                "{b: mine, a: x} | {replicas: 1} | {a: x} | {'a':'x','b':'preset','replicas':1}",
                "{open: {x: 1, d: {e: 2}}, a: x} | {open: {d: {f: 3}}} | {a: x} | {'a':'x','b':'preset','open':{'d':{'f':3}}}"
            })
    void what_is_no_longer_applied_goes_unless_another_owns_it(String first, String other, String then, String left) {
        fixture.apply("one", first);
        fixture.apply("two", other);
        assertThat(fixture.apply("one", then).status()).isEqualTo(200);
        assertThat(fixture.spec().toString()).isEqualTo(left.replace('\'', '"'));
        assertThat(fixture.fields("one", "Apply")).isEqualTo("{\"f:spec\":{\"f:a\":{}}}");
    }

    @Test
    void what_an_updater_owns_stays() {
        fixture.apply("one", "{a: x, map: {k: v}}");
        fixture.update("two", "{\"map\":{\"l\":\"w\"}}");
        fixture.apply("one", "{a: x}");
        assertThat(fixture.spec().object("map")).isEqualTo(JsonObject.of("l", "w"));
    }

    @Test
    void an_item_with_fields_of_nobody_goes_with_its_owner() {
        fixture.apply("one", "{ports: [{port: 1, v: x}], a: x}");
        fixture.apply("one", "{a: x}");
        assertThat(fixture.spec()).isEqualTo(JsonObject.of("a", "x", "b", "preset"));
    }

    @Test
    void an_empty_structure_is_owned_as_such() {
        fixture.apply("one", "{a: x}");
        fixture.create("nobody", "{}");
        fixture.apply("one", "{}");
        assertThat(fixture.fields("one", "Apply")).isEqualTo("{\"f:spec\":{}}");
    }

    @Test
    void who_applies_nothing_owns_nothing() {
        fixture.create("two", "{replicas: 1}");
        fixture.apply("one", "{a: x}");
        fixture.server.apply(ApplyFixture.A + "?fieldManager=one", ApplyFixture.sort("metadata: {name: a}"));
        assertThat(fixture.fields("one", "Apply")).isEmpty();
        assertThat(fixture.spec().containsKey("a")).isFalse();
    }

    @Test
    void the_sole_owner_of_all_takes_all_away() {
        fixture.apply("one", "{replicas: 1}");
        fixture.server.jsonPatch(ApplyFixture.A, "[{\"op\":\"remove\",\"path\":\"/spec/b\"}]");
        TestServer.Answer answer = fixture.server.apply(
                ApplyFixture.A + "?fieldManager=one", "{apiVersion: test.example.com/v1, kind: Sort}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().containsKey("spec")).isFalse();
        assertThat(ApplyFixture.owners(answer.body())).doesNotContain("one Apply");
        assertThat(answer.body().integer(0, "metadata", "generation")).isEqualTo(2);
    }

    @Test
    void labels_and_finalizers_of_a_sole_owner_go_as_a_whole() {
        String with = "{apiVersion: test.example.com/v1, kind: Sort, metadata: {name: a, labels: {l: x}, finalizers: "
                + "[test.example.com/f]}, spec: {}}";
        fixture.server.apply(ApplyFixture.A + "?fieldManager=one", with);
        JsonObject meta = fixture.apply("one", "{}").body().object("metadata");
        assertThat(meta).doesNotContainKeys("labels", "finalizers");
    }

    @Test
    void an_applier_and_an_updater_of_one_name_are_two_owners() {
        fixture.apply("one", "{a: x}");
        fixture.update("one", "{\"replicas\":2}");
        assertThat(ApplyFixture.owners(fixture.stored())).containsExactly("one Apply", "one Update");
        fixture.update("one", "{\"a\":\"z\"}");
        assertThat(ApplyFixture.owners(fixture.stored())).containsExactly("one Update");
        assertThat(fixture.apply("one", "{a: x}").message())
                .contains("conflict with \"one\" using test.example.com/v1");
    }

    @Test
    void force_takes_what_is_in_conflict_and_no_more() {
        fixture.apply("one", "{a: x, replicas: 1}");
        assertThat(fixture.force("two", "{a: z}").status()).isEqualTo(200);
        assertThat(fixture.fields("one", "Apply")).isEqualTo("{\"f:spec\":{\"f:replicas\":{}}}");
    }

    @Test
    void a_null_of_a_nullable_field_is_stored_and_owned() {
        fixture.apply("one", "{nothing: null}");
        assertThat(fixture.spec().containsKey("nothing")).isTrue();
        assertThat(fixture.fields("one", "Apply")).isEqualTo("{\"f:spec\":{\"f:nothing\":{}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a, b, c] | [d, c, a] | [b, d, c, a]",
                "[k, m] | [z, m, k] | [z, m, k]",
                "[a, b] | [c] | [a, b, c]",
                "[a, b, c, d] | [d, a] | [b, c, d, a]",
                "[a] | [b, a, c] | [b, a, c]",
                "[a, b, c] | [c, x, a] | [b, c, x, a]"
            })
    void wanted_items_keep_their_order_and_the_others_their_place(String live, String wanted, String merged) {
        fixture.create("one", "{texts: " + live + "}");
        assertThat(fixture.apply("two", "{texts: " + wanted + "}").status()).isEqualTo(200);
        assertThat(fixture.spec().array("texts").toString()).isEqualTo(quoted(merged));
        fixture.server.send("DELETE", ApplyFixture.A, null);
        fixture.create("one", "{entries: " + items(live) + "}");
        fixture.apply("two", "{entries: " + items(wanted) + "}");
        assertThat(JsonArray.copyOf(fixture.spec().array("entries").stream()
                                .map(item -> ((JsonObject) item).text("name"))
                                .toList())
                        .toString())
                .isEqualTo(quoted(merged));
    }

    private static String quoted(String list) {
        return list.replaceAll("(\\w+)", "\"$1\"").replace(", ", ",");
    }

    private static String items(String list) {
        return list.replaceAll("(\\w+)", "{name: $1}");
    }

    @Test
    void another_order_is_a_change() {
        fixture.apply("one", "{texts: [a, b]}");
        fixture.server.seconds.addAndGet(60);
        fixture.apply("one", "{texts: [b, a]}");
        assertThat(fixture.spec().array("texts")).containsExactly("b", "a");
        assertThat(fixture.entries().object(0).text("time")).isEqualTo("2023-11-14T22:14:20Z");
    }

    @Test
    void a_dry_run_shows_the_outcome_and_keeps_nothing() {
        TestServer.Answer created = fixture.apply("one&dryRun=All", "{a: x}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(fixture.server.get(ApplyFixture.A).status()).isEqualTo(404);
        fixture.apply("one", "{a: x}");
        assertThat(fixture.apply("two&dryRun=All", "{replicas: 3}").body().object("spec"))
                .containsEntry("replicas", 3L);
        assertThat(fixture.spec()).doesNotContainKey("replicas");
        assertThat(fixture.apply("two&dryRun=All", "{a: z}").status()).isEqualTo(409);
    }

    @Test
    void what_was_there_before_the_first_apply_is_owned_as_an_update_owns_it() {
        fixture.create("one", "{a: x, map: {k: v}}");
        fixture.server.merge(ApplyFixture.A, "{\"metadata\":{\"managedFields\":[{}]}}");
        fixture.update("two", "{\"a\":\"z\"}");
        assertThat(fixture.entries())
                .as("nobody is tracked until somebody applies")
                .isEmpty();
        fixture.apply("three", "{replicas: 1}");
        assertThat(ApplyFixture.owners(fixture.stored())).containsExactly("three Apply", "before-first-apply Update");
        assertThat(fixture.fields("before-first-apply", "Update"))
                .isEqualTo("{\"f:spec\":{\".\":{},\"f:a\":{},\"f:b\":{},\"f:map\":{\".\":{},\"f:k\":{}}}}");
    }

    @Test
    void a_name_in_the_body_is_not_needed() {
        assertThat(fixture.server
                        .apply(
                                ApplyFixture.A + "?fieldManager=one",
                                "{apiVersion: test.example.com/v1, kind: Sort, spec: {a: x}}")
                        .status())
                .isEqualTo(201);
        assertThat(fixture.stored().text("metadata", "name")).isEqualTo("a");
    }

    @Test
    void a_definition_may_make_atomic_what_was_not() {
        fixture.apply("one", "{entries: [{name: k, v: x}], part: {x: p, z: q}}");
        fixture.server.send(
                "PATCH",
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/sorts.test.example.com?fieldManager=d&force=true",
                ApplyFixture.definition("atomic", "atomic"),
                "Content-Type",
                "application/apply-patch+yaml");
        assertThat(fixture.apply("two", "{part: {x: p}}").message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"one\": .spec.part");
        fixture.update("three", "{\"replicas\":1}");
        assertThat(fixture.fields("one", "Apply")).isEqualTo("{\"f:spec\":{\"f:entries\":{},\"f:part\":{}}}");
    }

    @Test
    void an_applier_keeps_one_entry_over_all_versions_and_an_updater_one_for_each() {
        fixture.apply("one", "{a: x}");
        String v2 = ApplyFixture.A.replace("/v1/", "/v2/");
        TestServer.Answer answer = fixture.server.apply(
                v2 + "?fieldManager=one",
                ApplyFixture.sort("spec: {replicas: 1}").replace("example.com/v1", "example.com/v2"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().object("spec")).isEqualTo(JsonObject.of("b", "preset", "replicas", 1L));
        assertThat(fixture.entries()).hasSize(1);
        assertThat(fixture.entries().object(0).text("apiVersion")).isEqualTo("test.example.com/v2");
        fixture.update("two", "{\"a\":\"x\"}");
        fixture.server.merge(v2 + "?fieldManager=two", "{\"spec\":{\"map\":{\"k\":\"v\"}}}");
        assertThat(ApplyFixture.owners(fixture.stored())).containsExactly("one Apply", "two Update", "two Update");
        assertThat(fixture.apply("three", "{map: {k: w}}").message())
                .contains("conflict with \"two\" using test.example.com/v2: .spec.map.k");
    }
}
