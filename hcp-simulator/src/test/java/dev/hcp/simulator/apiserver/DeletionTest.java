package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DELETE, with its options, of one object and of many. */
class DeletionTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";
    private static final String THINGS = "/apis/example.com/v1/namespaces/demo/things";

    private final TestServer server = new TestServer();

    @BeforeEach
    void aNamespaceAndAKind() {
        server.namespace("demo");
        server.post(
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                "{\"metadata\":{\"name\":\"things.example.com\"},\"spec\":{\"group\":\"example.com\",\"scope\":\"Namespaced\","
                        + "\"names\":{\"plural\":\"things\",\"kind\":\"Thing\"},\"versions\":[{\"name\":\"v1\",\"served\":true,"
                        + "\"storage\":true,\"schema\":{\"openAPIV3Schema\":{\"type\":\"object\","
                        + "\"x-kubernetes-preserve-unknown-fields\":true}}}]}}");
    }

    private JsonObject thing(String name, String... finalizers) {
        JsonObject metadata =
                JsonObject.of("name", name, "finalizers", dev.hcp.api.json.JsonArray.of((Object[]) finalizers));
        TestServer.Answer answer = server.post(
                THINGS, JsonObject.of("apiVersion", "example.com/v1", "kind", "Thing", "metadata", metadata));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body();
    }

    private TestServer.Answer delete(String path, String options) {
        return server.send("DELETE", path, options);
    }

    private static List<Object> finalizers(TestServer.Answer answer) {
        return new ArrayList<>(answer.body().array("metadata", "finalizers"));
    }

    @Test
    void what_nothing_holds_is_gone_and_the_answer_says_what_it_was() {
        String uid = thing("x").text("metadata", "uid");
        TestServer.Answer answer = server.delete(THINGS + "/x");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(Json.parseObject("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},"
                        + "\"status\":\"Success\",\"details\":{\"name\":\"x\",\"group\":\"example.com\",\"kind\":\"things\","
                        + "\"uid\":\"" + uid + "\"}}"));
        assertThat(server.delete(THINGS + "/x").message()).isEqualTo("things.example.com \"x\" not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/v1/namespaces/demo/services|{\"spec\":{\"ports\":[{\"port\":80}]}}|Service",
                "/api/v1/namespaces/demo/serviceaccounts|{}|ServiceAccount",
                "/api/v1/namespaces/demo/pods|{\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}|Pod",
                "/apis/storage.k8s.io/v1/storageclasses|{\"provisioner\":\"p\"}|StorageClass",
                "/api/v1/namespaces/demo/configmaps|{}|Status",
                "/api/v1/namespaces/demo/secrets|{}|Status",
            })
    void some_kinds_answer_with_the_object(String path, String body, String kind) {
        server.post(path, Json.parseObject(body).with("metadata", JsonObject.of("name", "x")));
        assertThat(server.delete(path + "/x").body().text("kind")).isEqualTo(kind);
        assertThat(server.get(path + "/x").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Foreground||foregroundDeletion",
                "Orphan||orphan",
                "Background||",
                "Foreground|orphan|foregroundDeletion",
                "Orphan|foregroundDeletion|orphan",
                "Background|orphan|",
                "Foreground|example.com/a|example.com/a,foregroundDeletion",
                "|orphan|orphan",
                "|foregroundDeletion|foregroundDeletion",
                "|example.com/a|example.com/a",
            })
    void a_policy_is_a_finalizer(String policy, String before, String after) {
        thing("x", before == null ? new String[0] : before.split(","));
        TestServer.Answer answer =
                delete(THINGS + "/x", policy == null ? null : "{\"propagationPolicy\":\"" + policy + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        if (after == null) {
            assertThat(answer.body().text("kind")).isEqualTo("Status");
        } else {
            assertThat(finalizers(answer)).containsExactly((Object[]) after.split(","));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?propagationPolicy=Foreground, foregroundDeletion",
        "?orphanDependents=true, orphan",
        "?orphanDependents=1, orphan",
    })
    void options_may_come_in_the_query(String query, String finalizer) {
        thing("x");
        assertThat(finalizers(delete(THINGS + "/x" + query, null))).containsExactly(finalizer);
    }

    @Test
    void the_body_wins_over_the_query() {
        thing("x");
        TestServer.Answer answer =
                delete(THINGS + "/x?propagationPolicy=Foreground", "{\"propagationPolicy\":\"Orphan\"}");
        assertThat(finalizers(answer)).containsExactly("orphan");
    }

    @Test
    void options_may_be_yaml_and_of_any_group() {
        thing("x");
        assertThat(finalizers(server.send(
                        "DELETE",
                        THINGS + "/x",
                        "kind: DeleteOptions\napiVersion: example.com/v1\npropagationPolicy: Orphan\n",
                        "Content-Type",
                        "application/yaml")))
                .containsExactly("orphan");
    }

    @Test
    void held_by_finalizers_it_is_marked_once() {
        JsonObject created = thing("x", "example.com/hold");
        TestServer.Answer first = server.delete(THINGS + "/x");
        assertThat(first.status()).isEqualTo(200);
        JsonObject meta = first.body().object("metadata");
        assertThat(meta.text("deletionTimestamp")).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(meta.get("deletionGracePeriodSeconds")).isEqualTo(0L);
        assertThat(created.at("metadata", "generation")).isEqualTo(1L);
        assertThat(meta.get("generation")).isEqualTo(2L);
        server.seconds.addAndGet(60);
        assertThat(server.delete(THINGS + "/x").body()).isEqualTo(first.body());
        assertThat(server.post(THINGS, created.withoutAt("metadata", "resourceVersion"))
                        .message())
                .isEqualTo("object is being deleted: things.example.com \"x\" already exists");
    }

    @Test
    void background_frees_what_waits_in_the_foreground() {
        thing("x");
        delete(THINGS + "/x", "{\"propagationPolicy\":\"Foreground\"}");
        assertThat(delete(THINGS + "/x", "{\"propagationPolicy\":\"Background\"}")
                        .body()
                        .text("kind"))
                .isEqualTo("Status");
        assertThat(server.get(THINGS + "/x").status()).isEqualTo(404);
    }

    @Test
    void the_last_finalizer_takes_it_away_and_the_answer_is_as_before() {
        thing("x", "example.com/hold");
        String marked = server.delete(THINGS + "/x").body().text("metadata", "resourceVersion");
        TestServer.Answer answer = server.merge(THINGS + "/x", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().object("metadata")).doesNotContainKey("finalizers");
        assertThat(answer.body().text("metadata", "resourceVersion")).isEqualTo(marked);
        assertThat(server.get(THINGS + "/x").status()).isEqualTo(404);
    }

    @Test
    void what_is_dying_takes_no_more_finalizers() {
        thing("x", "example.com/hold");
        server.delete(THINGS + "/x");
        TestServer.Answer answer = server.merge(
                THINGS + "/x", "{\"metadata\":{\"finalizers\":[\"example.com/hold\",\"example.com/new\"]}}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .isEqualTo(
                        "Thing.example.com \"x\" is invalid: metadata.finalizers: Forbidden: no new finalizers can be "
                                + "added if the object is being deleted, found new finalizers []string{\"example.com/new\"}");
        assertThat(answer.body().array("details", "causes")).hasSize(2);
    }

    @Test
    void preconditions_must_hold() {
        JsonObject created = thing("x");
        String uid = created.text("metadata", "uid");
        String revision = created.text("metadata", "resourceVersion");
        TestServer.Answer otherUid = delete(THINGS + "/x", "{\"preconditions\":{\"uid\":\"zz\"}}");
        assertThat(otherUid.status()).isEqualTo(409);
        assertThat(otherUid.message())
                .isEqualTo("Operation cannot be fulfilled on Thing.example.com \"x\": the UID in the precondition (zz) "
                        + "does not match the UID in record (" + uid
                        + "). The object might have been deleted and then recreated");
        assertThat(otherUid.body().text("details", "kind")).isEqualTo("Thing");
        TestServer.Answer otherRevision = delete(THINGS + "/x?resourceVersion=1", null);
        assertThat(otherRevision.message())
                .endsWith("the ResourceVersion in the precondition (1) does not match the ResourceVersion in record ("
                        + revision + "). The object might have been modified");
        assertThat(delete(
                                THINGS + "/x",
                                "{\"preconditions\":{\"uid\":\"" + uid + "\",\"resourceVersion\":\"" + revision
                                        + "\"}}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"propagationPolicy\":\"Foo\"}|422|DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: "
                        + "Unsupported value: \"Foo\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
                "{\"propagationPolicy\":\"Foreground\",\"orphanDependents\":true}|422|DeleteOptions.meta.k8s.io \"\" is "
                        + "invalid: propagationPolicy: Invalid value: \"Foreground\": orphanDependents and "
                        + "deletionPropagation cannot be both set",
                "{\"dryRun\":[\"Foo\"]}|422|DeleteOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: "
                        + "[]string{\"Foo\"}: supported values: \"All\"",
                "{\"kind\":\"Foo\",\"apiVersion\":\"v1\"}|500|no kind \"Foo\" is registered for version \"v1\" in scheme "
                        + "\"k8s.io/apimachinery/pkg/apis/meta/internalversion/scheme/register.go:27\"",
                "{bad|500|couldn't get version/kind; json parse error: invalid character 'b' looking for beginning of "
                        + "object key string",
            })
    void options_that_make_no_sense_are_refused(String options, int status, String message) {
        thing("x");
        TestServer.Answer answer = delete(THINGS + "/x", options);
        assertThat(answer.message()).isEqualTo(message);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(server.get(THINGS + "/x").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"?dryRun=All|", "|{\"dryRun\":[\"All\"]}"})
    void a_dry_run_changes_nothing(String query, String body) {
        thing("x");
        TestServer.Answer answer = delete(THINGS + "/x" + (query == null ? "" : query), body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().text("status")).isEqualTo("Success");
        assertThat(server.get(THINGS + "/x").status()).isEqualTo(200);
    }

    @Test
    void a_pod_on_a_node_gets_its_grace() {
        String pods = "/api/v1/namespaces/demo/pods";
        server.post(
                pods,
                "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"nodeName\":\"n\",\"terminationGracePeriodSeconds\":40,"
                        + "\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}");
        TestServer.Answer marked = server.delete(pods + "/p");
        assertThat(marked.body().at("metadata", "deletionGracePeriodSeconds")).isEqualTo(40L);
        assertThat(marked.body().text("metadata", "deletionTimestamp")).isEqualTo("2023-11-14T22:14:00Z");
        assertThat(delete(pods + "/p", "{\"gracePeriodSeconds\":50}")
                        .body()
                        .at("metadata", "deletionGracePeriodSeconds"))
                .as("longer is ignored")
                .isEqualTo(40L);
        assertThat(delete(pods + "/p", "{\"gracePeriodSeconds\":5}")
                        .body()
                        .at("metadata", "deletionGracePeriodSeconds"))
                .as("shorter is taken")
                .isEqualTo(5L);
        assertThat(delete(pods + "/p", "{\"gracePeriodSeconds\":-7}")
                        .body()
                        .at("metadata", "deletionGracePeriodSeconds"))
                .isEqualTo(1L);
        delete(pods + "/p", "{\"gracePeriodSeconds\":0}");
        assertThat(server.get(pods + "/p").status()).isEqualTo(404);
    }

    @Test
    void a_collection_is_deleted_as_far_as_it_is_selected() {
        for (String name : List.of("a", "b", "c")) {
            server.post(
                    MAPS,
                    TestServer.configMap(name).withAt(name.equals("c") ? "no" : "yes", "metadata", "labels", "go"));
        }
        TestServer.Answer answer = delete(MAPS + "?labelSelector=go%3Dyes", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().text("kind")).isEqualTo("ConfigMapList");
        assertThat(answer.body().array("items")).hasSize(2);
        assertThat(server.get(MAPS).body().array("items")).hasSize(1);
        assertThat(delete(MAPS + "?labelSelector=a%20b", null).status()).isEqualTo(400);
        delete(MAPS + "?dryRun=All", null);
        assertThat(server.get(MAPS).body().array("items")).hasSize(1);
        delete(MAPS, null);
        assertThat(server.get(MAPS).body().array("items")).isEmpty();
    }

    @Test
    void what_holds_a_member_of_a_collection_holds_it() {
        thing("free");
        thing("held", "example.com/hold");
        TestServer.Answer answer = delete(THINGS, "{\"propagationPolicy\":\"Background\"}");
        assertThat(answer.body().text("kind")).isEqualTo("ThingList");
        assertThat(answer.body().array("items")).hasSize(2);
        assertThat(server.get(THINGS).body().array("items").object(0).text("metadata", "deletionTimestamp"))
                .isNotNull();
    }

    @Test
    void namespaces_are_deleted_one_by_one() {
        assertThat(delete("/api/v1/namespaces", null).status()).isEqualTo(405);
    }
}
