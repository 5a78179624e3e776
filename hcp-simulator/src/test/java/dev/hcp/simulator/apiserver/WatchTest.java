package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Watches. */
class WatchTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";

    private final TestServer server = new TestServer(50);

    @BeforeEach
    void aNamespace() {
        server.namespace("demo");
    }

    private static List<String> seen(ApiResponse.FrameSource frames) {
        List<String> seen = new ArrayList<>();
        for (JsonObject event : TestServer.drain(frames)) {
            seen.add(event.text("type") + " " + event.text("object", "metadata", "name"));
        }
        return seen;
    }

    private String revision() {
        return server.get(MAPS).body().text("metadata", "resourceVersion");
    }

    @Test
    void without_a_revision_it_begins_with_what_there_is() {
        server.post(MAPS, TestServer.configMap("b"));
        server.post(MAPS, TestServer.configMap("a"));
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1");
        server.delete(MAPS + "/a");
        assertThat(seen(frames)).containsExactly("ADDED a", "ADDED b", "DELETED a");
        assertThat(frames.ended()).isFalse();
    }

    @Test
    void from_a_revision_it_tells_what_came_after() {
        server.post(MAPS, TestServer.configMap("a"));
        String revision = revision();
        server.merge(MAPS + "/a", "{\"data\":{\"k\":\"2\"}}");
        server.delete(MAPS + "/a");
        assertThat(seen(server.watch(MAPS + "?watch=1&resourceVersion=" + revision)))
                .containsExactly("MODIFIED a", "DELETED a");
    }

    @Test
    void an_object_that_leaves_the_selection_is_deleted_in_its_last_matching_state() {
        server.post(MAPS, "{\"metadata\":{\"name\":\"a\",\"labels\":{\"w\":\"1\"}}}");
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1&labelSelector=w%3D1");
        server.merge(MAPS + "/a", "{\"metadata\":{\"labels\":{\"w\":\"2\"}}}");
        JsonObject last = TestServer.drain(frames).get(1);
        assertThat(last.text("type")).isEqualTo("DELETED");
        assertThat(last.text("object", "metadata", "labels", "w")).isEqualTo("1");
        assertThat(last.text("object", "metadata", "resourceVersion")).isEqualTo(revision());
    }

    @Test
    void a_forgotten_revision_is_expired() {
        server.post(MAPS, TestServer.configMap("a"));
        String revision = revision();
        server.post(MAPS, TestServer.configMap("b"));
        server.server.compactHistory();
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1&resourceVersion=" + revision);
        assertThat(TestServer.drain(frames)).singleElement().satisfies(event -> {
            assertThat(event.text("type")).isEqualTo("ERROR");
            assertThat(event.at("object", "code")).isEqualTo(410L);
            assertThat(event.text("object", "message")).startsWith("too old resource version: " + revision);
        });
        assertThat(frames.ended()).isTrue();
    }

    @Test
    void a_watcher_that_falls_behind_is_cut_off() {
        server.post(MAPS, TestServer.configMap("a"));
        ApiResponse.FrameSource slow = server.watch(MAPS + "?watch=1");
        ApiResponse.FrameSource quick = server.watch(MAPS + "?watch=1");
        for (int i = 0; i < 60; i++) {
            server.merge(MAPS + "/a", "{\"data\":{\"k\":\"" + i + "\"}}");
            TestServer.drain(quick);
        }
        TestServer.drain(slow);
        assertThat(slow.ended()).isTrue();
        assertThat(quick.ended()).isFalse();
    }

    @Test
    void what_happens_in_another_namespace_neither_wakes_nor_cuts_off() {
        server.namespace("busy");
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1");
        int[] wakeUps = {0};
        frames.subscribe(() -> wakeUps[0]++);
        for (int i = 0; i < 200; i++) {
            server.post("/api/v1/namespaces/busy/configmaps", TestServer.configMap("m" + i));
        }
        assertThat(frames.ended()).isFalse();
        assertThat(wakeUps[0]).isEqualTo(1);
        server.post(MAPS, TestServer.configMap("mine"));
        assertThat(seen(frames)).containsExactly("ADDED mine");
    }

    @Test
    void as_a_table_only_the_first_event_has_the_columns() {
        server.post(MAPS, TestServer.configMap("a"));
        ApiResponse.FrameSource frames = watch("application/json;as=Table;v=v1;g=meta.k8s.io");
        server.post(MAPS, TestServer.configMap("b"));
        List<JsonObject> events = TestServer.drain(frames);
        assertThat(events.get(0).array("object", "columnDefinitions")).isNotEmpty();
        assertThat(events.get(1).object("object")).containsKey("columnDefinitions");
        assertThat(events.get(1).at("object", "columnDefinitions")).isNull();
        assertThat(events.get(1).array("object", "rows")).hasSize(1);
        assertThat(events.get(1).text("object", "metadata", "resourceVersion")).isEqualTo(revision());
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch=1", "watch", "watch=true", "watch=yes", "watch=TRUE"})
    void any_text_but_no_asks_for_a_watch(String query) {
        assertThat(server.server.handle(server.request("GET", MAPS + "?" + query, Map.of(), new byte[0])))
                .isInstanceOf(ApiResponse.Stream.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch=0", "watch=false", "watch=False"})
    void no_asks_for_a_list(String query) {
        assertThat(server.get(MAPS + "?" + query).body().text("kind")).isEqualTo("ConfigMapList");
    }

    @Test
    void a_watch_is_a_stream_that_nobody_may_keep() {
        ApiResponse response = server.server.handle(server.request("GET", MAPS + "?watch=1", Map.of(), new byte[0]));
        assertThat(response.headers())
                .containsEntry("Content-Type", List.of("application/json"))
                .containsEntry("Cache-Control", List.of("no-cache, private"));
    }

    @Test
    void from_the_cache_it_begins_with_what_there_is_and_a_limit_does_not_count() {
        server.post(MAPS, TestServer.configMap("a"));
        server.post(MAPS, TestServer.configMap("b"));
        assertThat(seen(server.watch(MAPS + "?watch=1&resourceVersion=0&limit=1")))
                .containsExactly("ADDED a", "ADDED b");
    }

    @Test
    void a_revision_to_come_is_waited_for_in_silence() {
        long next = Long.parseLong(revision()) + 1;
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1&resourceVersion=" + next);
        assertThat(TestServer.drain(frames)).isEmpty();
        server.post(MAPS, TestServer.configMap("before"));
        server.post(MAPS, TestServer.configMap("after"));
        assertThat(seen(frames)).containsExactly("ADDED after");
    }

    @Test
    void a_revision_that_is_none_is_no_stream() {
        TestServer.Answer answer = server.get(MAPS + "?watch=1&resourceVersion=abc");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message()).contains("strconv.ParseUint: parsing \"abc\": invalid syntax");
    }

    @Test
    void a_revision_before_the_history_is_expired() {
        server.post(MAPS, TestServer.configMap("a"));
        String past = revision();
        for (int i = 0; i < 60; i++) {
            server.merge(MAPS + "/a", "{\"data\":{\"k\":\"" + i + "\"}}");
        }
        List<JsonObject> events = TestServer.drain(server.watch(MAPS + "?watch=1&resourceVersion=" + past));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.text("type")).isEqualTo("ERROR");
            assertThat(event.text("object", "reason")).isEqualTo("Expired");
        });
    }

    @Test
    void an_object_that_enters_the_selection_is_added() {
        server.post(MAPS, TestServer.configMap("a"));
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1&labelSelector=w");
        server.merge(MAPS + "/a", "{\"metadata\":{\"labels\":{\"w\":\"1\"}}}");
        server.merge(MAPS + "/a", "{\"metadata\":{\"labels\":{\"w\":\"2\"}}}");
        server.merge(MAPS + "/a", "{\"metadata\":{\"labels\":null}}");
        server.delete(MAPS + "/a");
        assertThat(seen(frames)).containsExactly("ADDED a", "MODIFIED a", "DELETED a");
    }

    @Test
    void fields_select_as_labels_do() {
        ApiResponse.FrameSource frames = server.watch("/api/v1/nodes?watch=1&fieldSelector=spec.unschedulable%3Dtrue");
        server.post("/api/v1/nodes", "{\"metadata\":{\"name\":\"n\"}}");
        server.merge("/api/v1/nodes/n", "{\"spec\":{\"unschedulable\":true}}");
        server.merge("/api/v1/nodes/n", "{\"spec\":{\"unschedulable\":null}}");
        List<JsonObject> events = TestServer.drain(frames);
        assertThat(events).extracting(event -> event.text("type")).containsExactly("ADDED", "DELETED");
        assertThat(events.get(1).object("object").isTrue("spec", "unschedulable"))
                .isTrue();
    }

    @Test
    void a_deletion_tells_the_last_state_at_the_revision_of_the_deletion() {
        server.post(MAPS, TestServer.configMap("a", "k", "v"));
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1&resourceVersion=" + revision());
        server.delete(MAPS + "/a");
        JsonObject last = TestServer.drain(frames).get(0).object("object");
        assertThat(last.text("data", "k")).isEqualTo("v");
        assertThat(last.text("metadata", "resourceVersion"))
                .isEqualTo(Long.toString(server.server.objects().revision()));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/watch/configmaps, a ab extension-apiserver-authentication",
        "/api/v1/watch/namespaces/demo/configmaps, a ab",
        "/api/v1/watch/namespaces/demo/configmaps/a, a",
        "/api/v1/watch/namespaces/demo/configmaps/a?fieldSelector=metadata.name%3Da, a",
        "/api/v1/namespaces/demo/configmaps?watch=1&fieldSelector=metadata.name%3Da, a",
        "/api/v1/configmaps?watch=1&fieldSelector=metadata.name%3Da, a",
        "/api/v1/watch/namespaces/demo, demo",
    })
    void a_watch_may_have_a_path_or_a_name_of_its_own(String path, String names) {
        server.post(MAPS, TestServer.configMap("a"));
        server.post(MAPS, TestServer.configMap("ab"));
        assertThat(TestServer.drain(server.watch(path)))
                .extracting(event -> event.text("object", "metadata", "name"))
                .containsExactly(names.split(" "));
    }

    @Test
    void the_name_in_the_path_must_be_the_one_selected() {
        assertThat(server.get("/api/v1/watch/namespaces/demo/configmaps/a?fieldSelector=metadata.name%3Db")
                        .message())
                .isEqualTo("fieldSelector metadata.name doesn't match requested name");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "90, 90", "-1, 0"})
    void a_watch_lasts_as_long_as_it_asks_to(long asked, long expected) {
        assertThat(server.watch(MAPS + "?watch=1&timeoutSeconds=" + asked).timeoutSeconds())
                .isEqualTo(expected);
    }

    @Test
    void a_watch_that_does_not_say_lasts_between_half_an_hour_and_an_hour() {
        List<Long> timeouts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            timeouts.add(server.watch(MAPS + "?watch=1" + (i % 2 == 0 ? "" : "&timeoutSeconds=0"))
                    .timeoutSeconds());
        }
        assertThat(timeouts)
                .allSatisfy(timeout -> assertThat(timeout).isBetween(1800L, 3599L))
                .doesNotHaveDuplicates();
        assertThat(new TestServer().watch(MAPS + "?watch=1").timeoutSeconds()).isEqualTo(timeouts.get(0));
    }

    @Test
    void watchers_of_one_form_share_the_bytes_of_an_event() {
        ApiResponse.FrameSource one = server.watch(MAPS + "?watch=1");
        ApiResponse.FrameSource other = server.watch("/api/v1/configmaps?watch=1");
        TestServer.drain(other);
        server.post(MAPS, TestServer.configMap("a"));
        byte[] bytes = one.poll();
        assertThat(other.poll()).isSameAs(bytes);
    }

    @Test
    void as_metadata_an_event_has_nothing_else() {
        server.post(MAPS, TestServer.configMap("a", "k", "v"));
        JsonObject event = TestServer.drain(watch("application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io"))
                .get(0);
        assertThat(event.object("object")).containsOnlyKeys("kind", "apiVersion", "metadata");
        assertThat(event.text("object", "kind")).isEqualTo("PartialObjectMetadata");
        assertThat(event.text("object", "apiVersion")).isEqualTo("meta.k8s.io/v1");
    }

    @Test
    void rows_tell_ages_as_of_their_event() {
        ApiResponse.FrameSource frames = watch("application/json;as=Table;v=v1;g=meta.k8s.io");
        server.post(MAPS, TestServer.configMap("a"));
        server.seconds.addAndGet(90);
        server.merge(MAPS + "/a", "{\"data\":{\"k\":\"v\"}}");
        assertThat(TestServer.drain(frames)
                        .get(1)
                        .object("object")
                        .array("rows")
                        .object(0)
                        .array("cells"))
                .contains("90s");
    }

    @Test
    void there_is_no_watch_in_yaml() {
        TestServer.Answer answer = server.get(MAPS + "?watch=1", "Accept", "application/yaml");
        assertThat(answer.status()).isEqualTo(406);
    }

    private ApiResponse.FrameSource watch(String accept) {
        ApiRequest request = server.request("GET", MAPS + "?watch=1", Map.of("Accept", accept), new byte[0]);
        return ((ApiResponse.Stream) server.server.handle(request)).frames();
    }
}
