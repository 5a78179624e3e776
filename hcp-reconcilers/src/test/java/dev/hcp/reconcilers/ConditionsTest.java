package dev.hcp.reconcilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.750Z");
    private static final String BEFORE = "2026-03-01T11:00:00Z";

    private final Conditions conditions = Conditions.of(
            JsonObject.of(
                    "metadata",
                    JsonObject.of("generation", 7),
                    "status",
                    JsonObject.of(
                            "conditions",
                            JsonArray.of(JsonObject.of(
                                    "lastTransitionTime",
                                    BEFORE,
                                    "message",
                                    "soon",
                                    "reason",
                                    "Waiting",
                                    "status",
                                    "False",
                                    "type",
                                    "Ready")))),
            NOW);

    private String since() {
        return conditions.get("Ready").orElseThrow().text("lastTransitionTime");
    }

    @Test
    void another_status_is_a_transition() {
        conditions.set("Ready", true, "Done", "");

        assertThat(since()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(conditions.observedGeneration("Ready")).isEqualTo(7);
    }

    @Test
    void other_words_are_not() {
        conditions.set("Ready", false, "Waiting", "a little longer");

        assertThat(since()).isEqualTo(BEFORE);
        assertThat(conditions.message("Ready")).isEqualTo("a little longer");
    }

    @Test
    void unless_they_are_asked_to_be() {
        conditions.setAndStamp("Ready", false, "Waiting", "a little longer");

        assertThat(since()).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void a_copied_condition_keeps_the_time_it_had_where_it_comes_from() {
        conditions.copy(
                "Ready",
                JsonObject.of("lastTransitionTime", "2026-02-01T00:00:00Z", "status", "True", "reason", "Done"));

        assertThat(since()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(conditions.message("Ready")).isEmpty();
    }
}
