package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long Events live. */
class EventExpiryTest {
    private static final String EVENT = """
            {"apiVersion": "v1", "kind": "Event", "metadata": {"name": "%s", "namespace": "default"},
             "involvedObject": {"kind": "Pod", "name": "web", "namespace": "default"}, "type": "Normal",
             "reason": "Seen", "message": "somebody has seen it"}
            """;

    private final Cluster cluster = new Cluster(Simulator.builder());

    @AfterEach
    void stop() {
        cluster.close();
    }

    private boolean lives(String name) {
        return cluster.find("Event", "default", name).isPresent();
    }

    @Test
    void an_event_goes_an_hour_after_it_was_written_last() {
        cluster.create(EVENT.formatted("once"));
        cluster.create(EVENT.formatted("again"));
        cluster.simulator.advance(Duration.ofMinutes(40));
        cluster.patch("Event", "default", "again", "{\"count\": 2}");
        cluster.simulator.advance(Duration.ofMinutes(19));
        assertThat(lives("once")).isTrue();
        cluster.simulator.advance(Duration.ofMinutes(2));
        assertThat(lives("once")).isFalse();
        assertThat(lives("again")).isTrue();
        cluster.simulator.advance(Duration.ofMinutes(40));
        assertThat(lives("again")).isFalse();
    }

    @Test
    void events_that_wait_for_their_end_leave_the_world_quiet() {
        cluster.create(EVENT.formatted("once"));
        assertThat(cluster.simulator.runUntilQuiet(Duration.ofMinutes(5))).isTrue();
    }

    @Test
    void nothing_is_left_of_the_events_of_a_cluster_that_runs_on_nor_of_those_in_it() {
        cluster.createHostedCluster("demo");
        cluster.simulator.advance(Duration.ofMinutes(20));
        Objects guest = cluster.simulator.guest("clusters", "demo").orElseThrow();
        JsonObject event = Json.parseObject(EVENT.formatted("inside"));
        guest.create(guest.resource("v1", "Event"), event, "test");
        assertThat(cluster.list("Event", "")).isNotEmpty();
        cluster.simulator.advance(Duration.ofMinutes(90));
        assertThat(cluster.list("Event", "")).isEmpty();
        assertThat(guest.list(guest.resource("v1", "Event"), "")).isEmpty();
    }
}
