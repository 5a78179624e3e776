package dev.hcp.api.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PausedUntilTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"1", "t", "T", "TRUE", "true", "True"})
    void true_pauses_without_end(String text) {
        assertThat(PausedUntil.of(text).isPausedAt(NOON)).isTrue();
        assertThat(PausedUntil.of(text).remainingAt(NOON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "f", "F", "FALSE", "false", "False"})
    void false_does_not_pause(String text) {
        assertThat(PausedUntil.of(text).isPausedAt(NOON)).isFalse();
        assertThat(PausedUntil.of(text).isValid()).isTrue();
    }

    @Test
    void a_time_pauses_until_then() {
        PausedUntil until = PausedUntil.of("2026-01-01T14:00:00+01:00");
        assertThat(until.isPausedAt(NOON)).isTrue();
        assertThat(until.remainingAt(NOON)).contains(Duration.ofHours(1));
        assertThat(until.isPausedAt(NOON.plusSeconds(3600))).isFalse();
        assertThat(until.remainingAt(NOON.plusSeconds(3600))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "tRuE", "2026-01-01", "2026-01-01T14:00Z", "2026-01-01 14:00:00Z"})
    void anything_else_is_invalid_and_does_not_pause(String text) {
        assertThat(PausedUntil.of(text).isValid()).isFalse();
        assertThat(PausedUntil.of(text).isPausedAt(NOON)).isFalse();
    }

    @Property
    void any_text_can_be_asked(@ForAll String text) {
        assertThat(PausedUntil.of(text).isPausedAt(NOON)).isIn(true, false);
    }
}
