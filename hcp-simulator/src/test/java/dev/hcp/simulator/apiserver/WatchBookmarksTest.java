package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bookmarks, and watches that list first. */
class WatchBookmarksTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";
    private static final String LIST_FIRST =
            "watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";

    private final TestServer server = new TestServer();

    @BeforeEach
    void aNamespace() {
        server.namespace("demo");
    }

    private String revision() {
        return Long.toString(server.server.objects().revision());
    }

    private ApiResponse.FrameSource watch(String path, String accept) {
        ApiRequest request = server.request("GET", path, Map.of("Accept", accept), new byte[0]);
        return ((ApiResponse.Stream) server.server.handle(request)).frames();
    }

    private static List<String> types(List<JsonObject> events) {
        return events.stream().map(event -> event.text("type")).toList();
    }

    @Test
    void a_bookmark_is_made_when_there_is_news_elsewhere() {
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1&allowWatchBookmarks=true");
        frames.mark();
        assertThat(TestServer.drain(frames)).as("nothing has happened").isEmpty();
        server.namespace("elsewhere");
        frames.mark();
        assertThat(TestServer.drain(frames))
                .singleElement()
                .isEqualTo(Json.parseObject(
                        "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":"
                                + "{\"resourceVersion\":\"" + revision() + "\",\"creationTimestamp\":null}}}"));
        frames.mark();
        assertThat(TestServer.drain(frames)).as("it has been said").isEmpty();
    }

    @Test
    void what_a_client_was_told_needs_no_bookmark_and_what_it_was_not_told_gets_none() {
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1&allowWatchBookmarks=true");
        server.post(MAPS, TestServer.configMap("a"));
        server.post(MAPS, TestServer.configMap("b"));
        frames.poll();
        frames.mark();
        assertThat(types(TestServer.drain(frames)))
                .as("b is not behind any bookmark")
                .containsExactly("ADDED");
        frames.mark();
        assertThat(TestServer.drain(frames)).isEmpty();
    }

    @Test
    void who_does_not_allow_bookmarks_gets_none() {
        ApiResponse.FrameSource frames = server.watch(MAPS + "?watch=1");
        server.namespace("elsewhere");
        frames.mark();
        assertThat(TestServer.drain(frames)).isEmpty();
    }

    @Test
    void a_bookmark_has_the_form_of_the_other_events() {
        String custom = "/apis/example.com/v1/namespaces/demo/things";
        server.post(
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                "{\"metadata\":{\"name\":\"things.example.com\"},\"spec\":{\"group\":\"example.com\",\"scope\":\"Namespaced\","
                        + "\"names\":{\"plural\":\"things\",\"kind\":\"Thing\"},\"versions\":[{\"name\":\"v1\",\"served\":true,"
                        + "\"storage\":true,\"schema\":{\"openAPIV3Schema\":{\"type\":\"object\"}}}]}}");
        String query = "?watch=1&allowWatchBookmarks=true";
        ApiResponse.FrameSource plain = watch(custom + query, "application/json");
        ApiResponse.FrameSource table = watch(MAPS + query, "application/json;as=Table;v=v1;g=meta.k8s.io");
        ApiResponse.FrameSource partial =
                watch(custom + query, "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io");
        server.namespace("elsewhere");
        for (ApiResponse.FrameSource frames : List.of(plain, table, partial)) {
            frames.mark();
        }
        assertThat(TestServer.drain(plain).get(0).object("object"))
                .isEqualTo(JsonObject.of(
                        "kind",
                        "Thing",
                        "apiVersion",
                        "example.com/v1",
                        "metadata",
                        JsonObject.of("resourceVersion", revision())));
        assertThat(TestServer.drain(partial).get(0).object("object"))
                .isEqualTo(Json.parseObject("{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\","
                        + "\"metadata\":{\"resourceVersion\":\"" + revision() + "\",\"creationTimestamp\":null}}"));
        JsonObject rows = TestServer.drain(table).get(0).object("object");
        assertThat(rows.text("kind")).isEqualTo("Table");
        assertThat(rows.array("columnDefinitions")).isNotEmpty();
        assertThat(rows.text("metadata", "resourceVersion")).isEqualTo(revision());
        assertThat(rows.array("rows").object(0).text("object", "metadata", "resourceVersion"))
                .isEqualTo(revision());
    }

    @Test
    void initial_events_end_with_a_bookmark_and_the_stream_goes_on() {
        server.post(MAPS, TestServer.configMap("b"));
        server.post(MAPS, TestServer.configMap("a"));
        String listed = revision();
        ApiResponse.FrameSource frames = server.watch(MAPS + "?" + LIST_FIRST);
        server.delete(MAPS + "/a");
        List<JsonObject> events = TestServer.drain(frames);
        assertThat(types(events)).containsExactly("ADDED", "ADDED", "BOOKMARK", "DELETED");
        assertThat(events.get(2).text("object", "metadata", "annotations", "k8s.io/initial-events-end"))
                .isEqualTo("true");
        assertThat(events.get(2).text("object", "metadata", "resourceVersion")).isEqualTo(listed);
        frames.mark();
        assertThat(TestServer.drain(frames)).isEmpty();
    }

    @Test
    void initial_events_are_sent_whatever_revision_is_the_least() {
        server.post(MAPS, TestServer.configMap("a"));
        for (String query : List.of("", "&resourceVersion=0", "&resourceVersion=1", "&resourceVersion=" + revision())) {
            assertThat(types(TestServer.drain(server.watch(MAPS + "?" + LIST_FIRST + query))))
                    .as(query)
                    .containsExactly("ADDED", "BOOKMARK");
        }
    }

    @Test
    void without_leave_for_bookmarks_initial_events_have_no_end() {
        server.post(MAPS, TestServer.configMap("a"));
        String query = "?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan";
        assertThat(types(TestServer.drain(server.watch(MAPS + query)))).containsExactly("ADDED");
    }

    @Test
    void without_initial_events_a_watch_begins_with_changes() {
        server.post(MAPS, TestServer.configMap("a"));
        ApiResponse.FrameSource frames =
                server.watch(MAPS + "?watch=1&sendInitialEvents=false&resourceVersionMatch=NotOlderThan");
        assertThat(TestServer.drain(frames)).isEmpty();
        server.delete(MAPS + "/a");
        assertThat(types(TestServer.drain(frames))).containsExactly("DELETED");
    }

    @Test
    void initial_events_of_the_future_are_an_error() {
        List<JsonObject> events = TestServer.drain(server.watch(MAPS + "?" + LIST_FIRST + "&resourceVersion=99999999"));
        assertThat(types(events)).containsExactly("ERROR");
        assertThat(events.get(0).at("object", "code")).isEqualTo(504L);
        assertThat(events.get(0).text("object", "message"))
                .startsWith("Timeout: Too large resource version: 99999999, current: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sendInitialEvents=true|"
                        + "resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan",
                "sendInitialEvents=false|"
                        + "resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan",
                "sendInitialEvents=true&resourceVersionMatch=Exact|"
                        + "[resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to "
                        + "NotOlderThan, resourceVersionMatch: Unsupported value: \"Exact\": supported values: \"NotOlderThan\"]",
                "resourceVersionMatch=NotOlderThan|"
                        + "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless "
                        + "sendInitialEvents is provided",
            })
    void what_makes_no_sense_is_refused(String query, String message) {
        TestServer.Answer answer = server.get(MAPS + "?watch=1&" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).isEqualTo("ListOptions.meta.k8s.io \"\" is invalid: " + message);
    }
}
