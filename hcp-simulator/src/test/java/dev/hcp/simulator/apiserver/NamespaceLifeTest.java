package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Namespaces: how they come, what ends with them, how they go. */
class NamespaceLifeTest {
    private static final String NAMESPACE = "/api/v1/namespaces/demo";
    private static final String MAPS = NAMESPACE + "/configmaps";

    private final TestServer server = new TestServer();

    @BeforeEach
    void aNamespace() {
        server.namespace("demo");
    }

    private TestServer.Answer finalize(JsonArray finalizers) {
        JsonObject namespace = server.get(NAMESPACE).body();
        return server.put(NAMESPACE + "/finalize", namespace.with("spec", JsonObject.of("finalizers", finalizers)));
    }

    @Test
    void a_namespace_is_active_and_labelled_with_its_name() {
        JsonObject namespace = server.get(NAMESPACE).body();
        assertThat(namespace.text("metadata", "labels", "kubernetes.io/metadata.name"))
                .isEqualTo("demo");
        assertThat(namespace.array("spec", "finalizers")).containsExactly("kubernetes");
        assertThat(namespace.text("status", "phase")).isEqualTo("Active");
    }

    @Test
    void its_label_and_its_finalizers_stay() {
        server.merge(
                NAMESPACE,
                "{\"metadata\":{\"labels\":{\"kubernetes.io/metadata.name\":\"other\"}},\"spec\":{\"finalizers\":[]}}");
        JsonObject namespace = server.get(NAMESPACE).body();
        assertThat(namespace.text("metadata", "labels", "kubernetes.io/metadata.name"))
                .isEqualTo("demo");
        assertThat(namespace.array("spec", "finalizers")).containsExactly("kubernetes");
    }

    @Test
    void deleted_it_waits_until_somebody_has_emptied_it() {
        server.post(MAPS, TestServer.configMap("a"));
        TestServer.Answer answer = server.delete(NAMESPACE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().text("kind")).isEqualTo("Namespace");
        assertThat(answer.body().text("status", "phase")).isEqualTo("Terminating");
        assertThat(answer.body().object("metadata"))
                .containsKey("deletionTimestamp")
                .doesNotContainKey("deletionGracePeriodSeconds");
        String revision = answer.body().text("metadata", "resourceVersion");
        assertThat(server.delete(NAMESPACE).body().text("metadata", "resourceVersion"))
                .isEqualTo(revision);
        assertThat(server.merge(MAPS + "/a", "{\"data\":{\"k\":\"v\"}}").status())
                .as("what is in it may change")
                .isEqualTo(200);
        TestServer.Answer last = finalize(JsonArray.EMPTY);
        assertThat(last.status()).isEqualTo(200);
        assertThat(last.body().text("status", "phase")).isEqualTo("Terminating");
        assertThat(server.get(NAMESPACE).status()).isEqualTo(404);
    }

    @Test
    void its_own_finalizers_hold_it_too() {
        server.merge(NAMESPACE, "{\"metadata\":{\"finalizers\":[\"example.com/hold\"]}}");
        server.delete(NAMESPACE);
        finalize(JsonArray.EMPTY);
        assertThat(server.get(NAMESPACE).body().text("status", "phase")).isEqualTo("Terminating");
        server.merge(NAMESPACE, "{\"metadata\":{\"finalizers\":null}}");
        assertThat(server.get(NAMESPACE).status()).isEqualTo(404);
    }

    @Test
    void nothing_new_comes_into_one_that_ends() {
        server.delete(NAMESPACE);
        TestServer.Answer answer = server.post(MAPS, TestServer.configMap("late"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().text("reason")).isEqualTo("Forbidden");
        assertThat(answer.body().array("details", "causes"))
                .containsExactly(JsonObject.of(
                        "reason",
                        "NamespaceTerminating",
                        "message",
                        "namespace demo is being terminated",
                        "field",
                        "metadata.namespace"));
    }

    @Test
    void nothing_comes_into_one_that_is_not_there() {
        TestServer.Answer answer = server.post("/api/v1/namespaces/nowhere/configmaps", TestServer.configMap("a"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("namespaces \"nowhere\" not found");
        assertThat(answer.body().text("details", "kind")).isEqualTo("namespaces");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "kube-system", "kube-public"})
    void some_are_there_to_stay(String name) {
        TestServer.Answer answer = server.delete("/api/v1/namespaces/" + name);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo("namespaces \"" + name + "\" is forbidden: this namespace may not be deleted");
    }

    @Test
    void a_dry_run_ends_nothing() {
        TestServer.Answer answer = server.send("DELETE", NAMESPACE + "?dryRun=All", null);
        assertThat(answer.body().text("status", "phase")).isEqualTo("Terminating");
        assertThat(server.get(NAMESPACE).body().text("status", "phase")).isEqualTo("Active");
        assertThat(List.of(server.get(NAMESPACE).body().object("metadata")))
                .noneMatch(meta -> meta.containsKey("deletionTimestamp"));
    }
}
