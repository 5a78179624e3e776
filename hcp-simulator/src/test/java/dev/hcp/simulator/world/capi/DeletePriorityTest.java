package dev.hcp.simulator.world.capi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.world.capi.DeletePriority.Candidate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletePriorityTest {
    private static Candidate healthy(String name, int days) {
        return new Candidate(name, false, false, true, Duration.ofDays(days));
    }

    @Test
    void random_goes_by_name_among_healthy_machines() {
        assertThat(DeletePriority.RANDOM.choose(List.of(healthy("c", 1), healthy("a", 2), healthy("b", 9)), 2))
                .containsExactly("a", "b");
    }

    @Test
    void machines_being_deleted_count_first() {
        Candidate deleting = new Candidate("z", true, false, true, Duration.ZERO);
        assertThat(DeletePriority.RANDOM.choose(List.of(healthy("a", 1), deleting), 1))
                .containsExactly("z");
    }

    @Test
    void with_random_an_annotated_machine_loses_against_an_unhealthy_one_with_a_smaller_name() {
        Candidate annotated = new Candidate("m", false, true, true, Duration.ZERO);
        Candidate unhealthy = new Candidate("b", false, false, false, Duration.ZERO);
        assertThat(DeletePriority.RANDOM.choose(List.of(annotated, unhealthy), 1))
                .containsExactly("b");
        assertThat(DeletePriority.OLDEST.choose(List.of(annotated, unhealthy), 1))
                .containsExactly("m");
    }

    @Test
    void oldest_and_newest_go_by_age() {
        List<Candidate> machines = List.of(healthy("a", 1), healthy("b", 20), healthy("c", 5));
        assertThat(DeletePriority.OLDEST.choose(machines, 1)).containsExactly("b");
        assertThat(DeletePriority.NEWEST.choose(machines, 1)).containsExactly("a");
    }

    @Test
    void unknown_policies_are_random() {
        assertThat(DeletePriority.of(null)).isEqualTo(DeletePriority.RANDOM);
        assertThat(DeletePriority.of("Newest")).isEqualTo(DeletePriority.NEWEST);
    }
}
