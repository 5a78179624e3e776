package dev.hcp.reconcilers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventAllowanceTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final EventAllowance allowance = new EventAllowance();

    private int taken(Instant from, Duration apart, int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            if (allowance.take("controller", "a", from.plus(apart.multipliedBy(i)))) {
                taken++;
            }
        }
        return taken;
    }

    @Test
    void who_fails_every_ten_seconds_for_an_hour_tells_twenty_five_times_and_then_every_five_minutes() {
        assertThat(taken(START, Duration.ofSeconds(10), 360)).isEqualTo(25 + 11);
    }

    @Test
    void after_a_long_rest_there_are_as_many_as_at_first() {
        assertThat(taken(START, Duration.ZERO, 100)).isEqualTo(25);
        assertThat(taken(START.plus(Duration.ofDays(1)), Duration.ZERO, 100)).isEqualTo(25);
    }

    @Test
    void each_source_and_each_object_has_its_own() {
        taken(START, Duration.ZERO, 100);
        assertThat(allowance.take("controller", "a", START)).isFalse();
        assertThat(allowance.take("another", "a", START)).isTrue();
        assertThat(allowance.take("controller", "b", START)).isTrue();
    }
}
