package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    void initial_events_end_with_a_bookmark() {
        server.post(MAPS, TestServer.configMap("a"));
        List<JsonObject> events = TestServer.drain(server.watch(
                MAPS + "?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"));
        assertThat(events).extracting(e -> e.text("type")).containsExactly("ADDED", "BOOKMARK");
        assertThat(events.get(1).text("object", "metadata", "annotations", "k8s.io/initial-events-end"))
                .isEqualTo("true");
    }

    @Test
    void a_bookmark_is_made_when_there_is_news_elsewhere() {
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1&allowWatchBookmarks=true");
        assertThat(TestServer.drain(frames)).isEmpty();
        frames.mark();
        assertThat(TestServer.drain(frames)).isEmpty();
        server.namespace("elsewhere");
        frames.mark();
        assertThat(TestServer.drain(frames)).singleElement().satisfies(event -> {
            assertThat(event.text("type")).isEqualTo("BOOKMARK");
            assertThat(event.text("object", "metadata", "resourceVersion")).isEqualTo(revision());
        });
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
        server.post(MAPS, TestServer.configMap("b"));
        ApiRequest request = server.request(
                "GET",
                MAPS + "?watch=1",
                java.util.Map.of("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io"),
                new byte[0]);
        List<JsonObject> events = TestServer.drain(((ApiResponse.Stream) server.server.handle(request)).frames());
        assertThat(events.get(0).array("object", "columnDefinitions")).isNotEmpty();
        assertThat(events.get(1).at("object", "columnDefinitions")).isNull();
    }
}
