package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often and when a kubelet restarts a container that ends again and again. */
class CrashLoopTest {
    private static final Instant CRASH = Instant.parse("2025-01-01T00:00:00Z");
    private static final JsonObject POD =
            Json.parseObject("{\"metadata\": {\"name\": \"web\", \"namespace\": \"default\", \"uid\": \"1\"}}");

    private static JsonObject status(CrashLoop loop) {
        return JsonObject.of(
                "restartCount",
                loop.restarts(),
                "state",
                loop.state(POD, "main"),
                "lastState",
                JsonObject.of("terminated", JsonObject.of("finishedAt", Meta.time(loop.ended()))));
    }

    @ParameterizedTest(name = "{0} s after it ended first: {1} restarts, {2}")
    @CsvSource({
        "0, 1, 10s",
        "9, 1, 10s",
        "10, 2, 20s",
        "30, 3, 40s",
        "70, 4, 1m20s",
        "150, 5, 2m40s",
        "310, 6, 5m0s",
        "610, 7, 5m0s",
        "910, 8, 5m0s"
    })
    void waits_twice_as_long_each_time_up_to_five_minutes(int seconds, int restarts, String wait) {
        JsonObject first = status(CrashLoop.of(JsonObject.EMPTY, CRASH));
        CrashLoop loop = CrashLoop.of(first, CRASH.plusSeconds(seconds));
        assertThat(loop.restarts()).isEqualTo(restarts);
        assertThat(status(loop).text("state", "waiting", "message"))
                .isEqualTo("back-off " + wait + " restarting failed container=main pod=web_default(1)");
        assertThat(loop.due()).isAfter(CRASH.plusSeconds(seconds));
    }

    @Test
    void counts_on_from_the_restarts_of_earlier_troubles() {
        JsonObject running = Json.parseObject("{\"restartCount\": 4, \"state\": {\"running\": {}},"
                + " \"lastState\": {\"terminated\": {\"finishedAt\": \"2024-01-01T00:00:00Z\"}}}");
        assertThat(CrashLoop.of(running, CRASH)).isEqualTo(new CrashLoop(CRASH, 0, 5));
    }
}
