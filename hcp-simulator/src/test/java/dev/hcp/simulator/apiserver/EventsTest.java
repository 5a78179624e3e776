package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events are the same objects in the core group and in their own. */
class EventsTest {
    private static final String CORE = "/api/v1/namespaces/default/events";
    private static final String OWN = "/apis/events.k8s.io/v1/namespaces/default/events";
    private static final JsonObject EVENT = JsonObject.of(
            "metadata",
            JsonObject.of("name", "e"),
            "regarding",
            JsonObject.of("kind", "Pod", "namespace", "default", "name", "p"),
            "eventTime",
            "2024-01-01T00:00:00.000000Z",
            "reportingController",
            "example.com/controller",
            "reportingInstance",
            "one",
            "action",
            "Act",
            "reason",
            "Because",
            "type",
            "Normal",
            "note",
            "well");

    private final TestServer server = new TestServer();

    @Test
    void an_event_of_the_newer_group_is_one_of_the_core_group_by_other_names() {
        assertThat(server.post(OWN, EVENT).status()).isEqualTo(201);
        JsonObject core = server.get(CORE + "/e").body();
        assertThat(core.text("apiVersion")).isEqualTo("v1");
        assertThat(core.text("involvedObject", "name")).isEqualTo("p");
        assertThat(core.text("message")).isEqualTo("well");
        assertThat(core.text("reportingComponent")).isEqualTo("example.com/controller");
        assertThat(core.containsKey("regarding")).isFalse();
    }

    @Test
    void an_event_of_the_core_group_shows_its_older_fields_as_deprecated() {
        server.post(
                CORE,
                "{\"metadata\":{\"name\":\"e\"},\"involvedObject\":{\"kind\":\"Pod\",\"namespace\":\"default\","
                        + "\"name\":\"p\"},\"message\":\"well\",\"count\":3,\"source\":{\"component\":\"kubelet\"},"
                        + "\"firstTimestamp\":\"2024-01-01T00:00:00Z\"}");
        JsonObject event = server.get(OWN + "/e").body();
        assertThat(event.text("apiVersion")).isEqualTo("events.k8s.io/v1");
        assertThat(event.text("note")).isEqualTo("well");
        assertThat(event.at("deprecatedCount")).isEqualTo(3L);
        assertThat(event.text("deprecatedSource", "component")).isEqualTo("kubelet");
        assertThat(event.text("deprecatedFirstTimestamp")).isEqualTo("2024-01-01T00:00:00Z");
    }

    @Test
    void each_group_selects_by_its_own_names() {
        server.post(OWN, EVENT);
        assertThat(server.get(OWN + "?fieldSelector=regarding.name%3Dp").body().array("items"))
                .hasSize(1);
        assertThat(server.get(CORE + "?fieldSelector=involvedObject.name%3Dp")
                        .body()
                        .array("items"))
                .hasSize(1);
        assertThat(server.get(OWN + "?fieldSelector=involvedObject.name%3Dp").message())
                .isEqualTo("field label not supported: involvedObject.name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            eventTime           | -        | eventTime: Required value
            reportingController | -        | reportingController: Required value
            reportingInstance   | -        | reportingInstance: Required value
            action              | -        | action: Required value
            reason              | -        | reason: Required value
            type                | Odd      | type: Invalid value: "": has invalid value: Odd
            deprecatedCount     | 2        | count: Invalid value: "": needs to be unset
            """)
    void the_newer_group_asks_for_everything_that_an_event_should_say(String field, String value, String complaint) {
        Object changed = "deprecatedCount".equals(field) ? (Object) Long.valueOf(value) : value;
        JsonObject event = value == null ? EVENT.without(field) : EVENT.with(field, changed);
        assertThat(server.post(OWN, event).message()).contains(complaint);
    }

    @Test
    void the_newer_group_lets_only_the_series_change() {
        server.post(OWN, EVENT);
        assertThat(server.merge(OWN + "/e", "{\"note\":\"other\"}").message())
                .endsWith(" \"e\" is invalid: message: Invalid value: \"other\": field is immutable");
        assertThat(server.merge(
                                OWN + "/e",
                                "{\"series\":{\"count\":2,\"lastObservedTime\":\"2024-01-01T00:00:01.000000Z\"}}")
                        .body()
                        .at("series", "count"))
                .isEqualTo(2L);
    }
}
