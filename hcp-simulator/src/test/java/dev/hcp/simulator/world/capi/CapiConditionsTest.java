package dev.hcp.simulator.world.capi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapiConditionsTest {
    private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-01T00:05:00Z");

    private static JsonObject object(CapiConditions conditions) {
        return JsonObject.of("status", JsonObject.of("conditions", conditions.build()));
    }

    private static CapiConditions none() {
        return CapiConditions.of(JsonObject.EMPTY, EARLIER);
    }

    @Test
    void ready_comes_first_and_the_others_by_name() {
        CapiConditions conditions =
                none().markTrue("NodeHealthy").markTrue("Ready").markTrue("BootstrapReady");
        assertThat(conditions.build())
                .extracting(condition -> ((JsonObject) condition).text("type"))
                .containsExactly("Ready", "BootstrapReady", "NodeHealthy");
    }

    @Test
    void a_condition_that_stays_as_it_is_keeps_its_transition_time() {
        JsonObject before = object(none().markFalse("Ready", "VMNotReady", "Info", "starting"));
        CapiConditions same = CapiConditions.of(before, LATER).markFalse("Ready", "VMNotReady", "Info", "starting");
        assertThat(same.get("Ready").text("lastTransitionTime")).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void another_message_is_a_transition_too() {
        JsonObject before = object(none().markFalse("Ready", "VMNotReady", "Info", "starting"));
        CapiConditions reworded = CapiConditions.of(before, LATER).markFalse("Ready", "VMNotReady", "Info", "running");
        assertThat(reworded.get("Ready").text("lastTransitionTime")).isEqualTo("2026-01-01T00:05:00Z");
    }

    @Test
    void the_gravest_condition_decides_the_summary() {
        CapiConditions conditions = none().markFalse("A", "WaitsForA", "Info", "wait")
                .markFalse("B", "BFailed", "Error", "broken")
                .markTrue("C")
                .summarize(List.of(), "A", "B", "C");
        assertThat(conditions.get("Ready").text("reason")).isEqualTo("BFailed");
        assertThat(conditions.get("Ready").text("message")).isEqualTo("broken");
    }

    @Test
    void while_steps_are_counted_their_number_is_the_message() {
        CapiConditions conditions = none().markTrue("BootstrapReady")
                .markFalse("InfrastructureReady", "DVNotReady", "Info", "importing")
                .summarize(List.of("BootstrapReady", "InfrastructureReady"), "BootstrapReady", "InfrastructureReady");
        assertThat(conditions.get("Ready").text("message")).isEqualTo("1 of 2 completed");
        assertThat(conditions.get("Ready").text("reason")).isEqualTo("DVNotReady");
    }
}
