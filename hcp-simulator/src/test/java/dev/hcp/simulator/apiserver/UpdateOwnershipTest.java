package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who owns what after objects are created, replaced and patched. */
class UpdateOwnershipTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";

    private final ApplyFixture fixture = new ApplyFixture();
    private final TestServer server = fixture.server;

    @Test
    void an_update_that_changes_nothing_changes_nothing() {
        fixture.create("one", "{a: x}");
        JsonObject before = fixture.stored();
        server.seconds.addAndGet(60);
        assertThat(fixture.update("two", "{\"a\":\"x\"}").body()).isEqualTo(before);
        assertThat(server.put(ApplyFixture.A + "?fieldManager=three", before).body())
                .isEqualTo(before);
    }

    @Test
    void whoever_changes_a_value_takes_it_and_an_owner_of_nothing_is_forgotten() {
        fixture.apply("one", "{a: x}");
        server.seconds.addAndGet(60);
        fixture.update("thief", "{\"a\":\"z\"}");
        assertThat(ApplyFixture.owners(fixture.stored())).containsExactly("thief Update");
        assertThat(fixture.entries().object(0).text("time")).isEqualTo("2023-11-14T22:14:20Z");
    }

    @Test
    void a_removed_field_is_owned_by_nobody() {
        fixture.create("one", "{}");
        fixture.update("two", "{\"a\":\"x\"}");
        fixture.update("three", "{\"a\":null}");
        assertThat(ApplyFixture.owners(fixture.stored())).containsExactly("one Update");
    }

    @Test
    void the_same_value_written_again_is_not_shared() {
        fixture.create("one", "{a: x}");
        fixture.update("two", "{\"a\":\"x\",\"replicas\":1}");
        assertThat(fixture.fields("two", "Update")).isEqualTo("{\"f:spec\":{\"f:replicas\":{}}}");
    }

    @Test
    void entries_are_sorted_by_operation_time_name_version_and_endpoint() {
        fixture.create("m", "{}");
        server.seconds.addAndGet(1);
        fixture.update("z", "{\"a\":\"1\"}");
        fixture.update("k", "{\"replicas\":1}");
        fixture.apply("z", "{num: 1}");
        fixture.apply("a", "{num: 1}");
        server.merge(ApplyFixture.A + "/status?fieldManager=k", "{\"status\":{\"phase\":\"p\"}}");
        assertThat(ApplyFixture.owners(fixture.stored()))
                .containsExactly("a Apply", "z Apply", "m Update", "k Update", "k Update status", "z Update");
    }

    @Test
    void of_more_than_ten_updaters_the_oldest_become_one() {
        fixture.create("creator", "{}");
        for (int i = 0; i < 12; i++) {
            server.seconds.addAndGet(1);
            fixture.update("m" + i, "{\"map\":{\"k" + i + "\":\"v\"}}");
        }
        List<String> owners = ApplyFixture.owners(fixture.stored());
        assertThat(owners)
                .hasSize(10)
                .startsWith("ancient-changes Update", "m3 Update")
                .endsWith("m11 Update");
        assertThat(fixture.fields("ancient-changes", "Update")).contains("f:b", "f:k0", "f:k1", "f:k2");
        assertThat(fixture.entries().object(0).text("time"))
                .as("that of the newest")
                .isEqualTo("2023-11-14T22:13:23Z");
        fixture.apply("applier", "{a: x}");
        assertThat(fixture.entries()).as("appliers do not count").hasSize(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Mozilla/5.0 (X11) x | Mozilla", "no slash agent | no slash agent", "'' | unknown"})
    void who_gives_no_name_is_known_by_its_agent(String agent, String manager) {
        JsonObject created = server.send(
                        "POST", MAPS, "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"v\"}}", "User-Agent", agent)
                .body();
        assertThat(ApplyFixture.owners(created)).containsExactly(manager + " Update");
    }

    @Test
    void a_long_agent_is_cut_between_characters() {
        JsonObject created = server.send(
                        "POST",
                        MAPS,
                        "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"v\"}}",
                        "User-Agent",
                        "x" + "é".repeat(100))
                .body();
        assertThat(ApplyFixture.owners(created)).containsExactly("x" + "é".repeat(63) + " Update");
    }

    @Test
    void a_built_in_kind_forgets_its_owners_by_an_empty_list_and_a_custom_one_does_not() {
        server.post(MAPS, TestServer.configMap("a", "k", "v"));
        String none = "{\"metadata\":{\"managedFields\":[]}}";
        assertThat(server.merge(MAPS + "/a", none).body().object("metadata")).doesNotContainKey("managedFields");
        fixture.create("one", "{}");
        assertThat(server.merge(ApplyFixture.A, none).body().array("metadata", "managedFields"))
                .isNotEmpty();
        server.merge(ApplyFixture.A, "{\"metadata\":{\"managedFields\":[{}]}}");
        assertThat(fixture.entries()).isEmpty();
    }

    @Test
    void a_replacement_without_owners_keeps_them() {
        fixture.create("one", "{a: x}");
        JsonObject bare = fixture.stored().withoutAt("metadata", "managedFields");
        assertThat(server.put(ApplyFixture.A, bare).body()).isEqualTo(fixture.stored());
    }

    @Test
    void a_list_of_owners_replaces_what_was_known() {
        fixture.create("one", "{a: x}");
        JsonObject entry = fixture.entries().object(0).with("manager", "heir");
        JsonObject object = fixture.stored().withAt(JsonArray.of(entry), "metadata", "managedFields");
        assertThat(ApplyFixture.owners(server.put(ApplyFixture.A, object).body()))
                .containsExactly("heir Update");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"operation\":\"Apply\",\"fieldsType\":\"FieldsV1\",\"fieldsV1\":{}}",
                "{\"operation\":\"Bad\",\"apiVersion\":\"v1\",\"fieldsType\":\"FieldsV1\",\"fieldsV1\":{}}",
                "{\"operation\":\"Apply\",\"apiVersion\":\"v1\",\"fieldsType\":\"V9\",\"fieldsV1\":{}}",
                "{\"operation\":\"Apply\",\"apiVersion\":\"v1\",\"fieldsType\":\"FieldsV1\",\"fieldsV1\":{\"k:nope\":{}}}"
            })
    void a_list_with_a_malformed_owner_is_ignored(String entry) {
        fixture.create("one", "{a: x}");
        JsonObject object = fixture.stored().withAt(JsonArray.of(Json.parseObject(entry)), "metadata", "managedFields");
        assertThat(server.put(ApplyFixture.A + "?fieldManager=two", object).body())
                .isEqualTo(fixture.stored());
    }

    @Test
    void the_status_endpoint_takes_no_list_of_owners() {
        fixture.create("one", "{a: x}");
        server.merge(
                ApplyFixture.A + "/status?fieldManager=two",
                "{\"metadata\":{\"managedFields\":[{}]},\"status\":{\"phase\":\"p\"}}");
        assertThat(ApplyFixture.owners(fixture.stored())).containsExactly("one Update", "two Update status");
    }

    @Test
    void a_new_built_in_object_owes_its_creator_what_its_types_do_not_hold_anyway() {
        server.post("/apis/apps/v1/namespaces/demo/deployments?fieldManager=one", """
                {"metadata":{"name":"d"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":
                {"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i",
                "ports":[{"containerPort":80}]}]}}}}""");
        assertThat(ApplyFixture.fields(
                        server.get("/apis/apps/v1/namespaces/demo/deployments/d")
                                .body(),
                        "one",
                        "Update"))
                .isEqualTo("{\"f:spec\":{\"f:progressDeadlineSeconds\":{},\"f:replicas\":{},"
                        + "\"f:revisionHistoryLimit\":{},\"f:selector\":{},\"f:strategy\":{\"f:rollingUpdate\":{\".\":{},"
                        + "\"f:maxSurge\":{},\"f:maxUnavailable\":{}},\"f:type\":{}},\"f:template\":{\"f:metadata\":"
                        + "{\"f:labels\":{\".\":{},\"f:a\":{}}},\"f:spec\":{\"f:containers\":{\"k:{\\\"name\\\":\\\"c\\\"}\":"
                        + "{\".\":{},\"f:image\":{},\"f:imagePullPolicy\":{},\"f:name\":{},\"f:ports\":{\".\":{},"
                        + "\"k:{\\\"containerPort\\\":80,\\\"protocol\\\":\\\"TCP\\\"}\":{\".\":{},\"f:containerPort\":{},"
                        + "\"f:protocol\":{}}},\"f:resources\":{},\"f:terminationMessagePath\":{},"
                        + "\"f:terminationMessagePolicy\":{}}},\"f:dnsPolicy\":{},\"f:restartPolicy\":{},"
                        + "\"f:schedulerName\":{},\"f:securityContext\":{},\"f:terminationGracePeriodSeconds\":{}}}}}");
    }
}
