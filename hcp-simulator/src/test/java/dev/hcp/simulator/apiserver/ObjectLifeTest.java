package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How objects come, change and go. */
class ObjectLifeTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";

    private final TestServer server = new TestServer();
    private final Objects objects = server.server.objects();
    private final ResourceType configMaps = objects.resource("v1", "ConfigMap");

    @BeforeEach
    void aNamespace() {
        server.namespace("demo");
    }

    private JsonObject map(String name) {
        return TestServer.configMap(name, "k", "v").withAt("demo", "metadata", "namespace");
    }

    @Test
    void each_write_takes_the_next_revision() {
        long before = objects.revision();
        JsonObject created = objects.create(configMaps, map("a"), "test");
        assertThat(created.text("metadata", "resourceVersion")).isEqualTo(Long.toString(before + 1));
        assertThat(objects.revision()).isEqualTo(before + 1);
    }

    @Test
    void a_write_that_changes_nothing_is_no_write() {
        JsonObject created = objects.create(configMaps, map("a"), "test");
        long before = objects.revision();
        JsonObject same = objects.update(configMaps, null, created, "somebody-else");
        assertThat(same).isEqualTo(created);
        assertThat(objects.revision()).isEqualTo(before);
    }

    @Test
    void a_stale_resource_version_is_a_conflict() {
        JsonObject created = objects.create(configMaps, map("a"), "test");
        objects.update(configMaps, null, created.withAt("w", "data", "k"), "test");
        assertThatThrownBy(() -> objects.update(configMaps, null, created.withAt("x", "data", "k"), "test"))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo(409);
                    assertThat(e.reason()).isEqualTo("Conflict");
                })
                .hasMessageContaining("the object has been modified");
    }

    @Test
    void an_object_with_finalizers_waits_for_them() {
        objects.create(configMaps, map("a").withAt(JsonArray.of("example.com/hold"), "metadata", "finalizers"), "test");
        objects.delete(configMaps, "demo", "a", Objects.Deletion.BACKGROUND);
        JsonObject dying = objects.get(configMaps, "demo", "a").orElseThrow();
        assertThat(dying.text("metadata", "deletionTimestamp")).isEqualTo("2023-11-14T22:13:20Z");

        objects.mergePatch(
                configMaps, "demo", "a", null, JsonObject.of("metadata", JsonObject.of("finalizers", null)), "test");
        assertThat(objects.get(configMaps, "demo", "a")).isEmpty();
    }

    @Test
    void foreground_deletion_leaves_a_finalizer_for_the_garbage_collector() {
        objects.create(configMaps, map("a"), "test");
        objects.delete(configMaps, "demo", "a", new Objects.Deletion("Foreground", null, null, null));
        assertThat(objects.get(configMaps, "demo", "a").orElseThrow().array("metadata", "finalizers"))
                .containsExactly("foregroundDeletion");
    }

    @Test
    void a_job_orphans_its_pods_unless_told_otherwise() {
        server.post(
                "/apis/batch/v1/namespaces/demo/jobs",
                "{\"metadata\":{\"name\":\"j\"},\"spec\":{\"template\":{\"spec\":{\"restartPolicy\":\"Never\","
                        + "\"containers\":[{\"name\":\"c\",\"image\":\"i:1\"}]}}}}");
        TestServer.Answer answer = server.delete("/apis/batch/v1/namespaces/demo/jobs/j");
        assertThat(answer.body().array("metadata", "finalizers")).containsExactly("orphan");
        assertThat(answer.warnings()).singleElement().asString().contains("child pods are preserved by default");
    }

    @Test
    void dependents_are_found_by_their_owners_uid() {
        String owner = objects.create(configMaps, map("owner"), "test").text("metadata", "uid");
        JsonObject reference = JsonObject.of("apiVersion", "v1", "kind", "ConfigMap", "name", "owner", "uid", owner);
        objects.create(configMaps, map("child").withAt(JsonArray.of(reference), "metadata", "ownerReferences"), "test");
        assertThat(objects.ownedBy(owner))
                .extracting(o -> o.text("metadata", "name"))
                .containsExactly("child");

        objects.mergePatch(
                configMaps,
                "demo",
                "child",
                null,
                JsonObject.of("metadata", JsonObject.of("ownerReferences", null)),
                "test");
        assertThat(objects.ownedBy(owner)).isEmpty();
    }

    @Test
    void a_namespace_that_is_ending_takes_nothing_new() {
        server.delete("/api/v1/namespaces/demo");
        TestServer.Answer answer = server.post(MAPS, TestServer.configMap("late"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo(
                        "configmaps \"late\" is forbidden: unable to create new content in namespace demo because it "
                                + "is being terminated");
    }

    @Test
    void a_namespace_goes_when_it_is_finalized() {
        server.delete("/api/v1/namespaces/demo");
        JsonObject namespace = server.get("/api/v1/namespaces/demo").body();
        server.put("/api/v1/namespaces/demo/finalize", namespace.with("spec", JsonObject.EMPTY));
        assertThat(server.get("/api/v1/namespaces/demo").status()).isEqualTo(404);
    }

    @Test
    void listeners_hear_of_each_change_in_order_with_both_states() {
        List<Objects.Change> heard = new ArrayList<>();
        try (Objects.Subscription subscription = objects.onChange(heard::add)) {
            objects.create(configMaps, map("a"), "test");
            objects.mergePatch(configMaps, "demo", "a", null, JsonObject.of("data", JsonObject.of("k", "w")), "test");
            objects.delete(configMaps, "demo", "a", Objects.Deletion.BACKGROUND);
        }
        objects.create(configMaps, map("unheard"), "test");
        assertThat(heard).hasSize(3);
        assertThat(heard.get(0).before()).isNull();
        assertThat(heard.get(1).before().at("data", "k")).isEqualTo("v");
        assertThat(heard.get(1).after().at("data", "k")).isEqualTo("w");
        assertThat(heard.get(2).after()).isNull();
        assertThat(heard).extracting(Objects.Change::revision).isSorted();
    }

    @Test
    void a_fork_shares_the_past_and_not_the_future() {
        objects.create(configMaps, map("a"), "test");
        ApiServer fork = server.server.fork(server.server.options());
        fork.objects().delete(configMaps, "demo", "a", Objects.Deletion.BACKGROUND);
        objects.create(configMaps, map("b"), "test");
        assertThat(objects.list(configMaps, "demo")).hasSize(2);
        assertThat(fork.objects().list(configMaps, "demo")).isEmpty();
    }

    @Test
    void equal_options_and_requests_give_equal_answers() {
        TestServer twin = new TestServer();
        twin.namespace("demo");
        JsonObject body = JsonObject.of("metadata", JsonObject.of("generateName", "x-"));
        assertThat(server.post(MAPS, body).text())
                .isEqualTo(twin.post(MAPS, body).text());
    }
}
