package dev.hcp.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "0s, PT0S",
        "90m, PT1H30M",
        "1h30m, PT1H30M",
        "1.5h, PT1H30M",
        "-2s, PT-2S",
        "+2s, PT2S",
        "1µs, PT0.000001S",
        "1us, PT0.000001S",
        ".5s, PT0.5S",
        "1h1h, PT2H",
        "2562047h47m16.854775807s, PT2562047H47M16.854775807S"
    })
    void go_syntax_is_understood(String text, Duration duration) {
        assertThat(GoDuration.of(text).toDuration()).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-", "1d", "1h 2m", "s", ".s", "1e3s", "2562048h", "PT1H"})
    void anything_else_is_kept_but_is_no_duration(String text) {
        assertThat(GoDuration.of(text).parsed()).isEmpty();
        assertThat(GoDuration.of(text).text()).isEqualTo(text);
        assertThatThrownBy(() -> GoDuration.of(text).toDuration()).isInstanceOf(HcpException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "5,missing unit in duration",
        "1h5,missing unit in duration",
        "1d,unknown unit \"d\" in duration",
        "s,invalid duration",
        "-,invalid duration",
        "1h.s,invalid duration"
    })
    void what_is_wrong_is_said_as_go_says_it(String text, String problem) {
        assertThat(GoDuration.of(text).problem()).contains("time: " + problem + " \"" + text + "\"");
        assertThat(GoDuration.of("1h30m").problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT1H30M, 1h30m0s",
        "PT1.5S, 1.5s",
        "PT0.25S, 250ms",
        "PT0.0000015S, 1.5µs",
        "PT-1M, -1m0s",
        "PT1H0.5S, 1h0m0.5s"
    })
    void durations_are_written_as_go_does(Duration duration, String text) {
        assertThat(GoDuration.of(duration).text()).isEqualTo(text);
    }

    @Test
    void equal_lengths_written_differently_differ() {
        assertThat(GoDuration.of("60s")).isNotEqualTo(GoDuration.of("1m"));
    }

    @Property
    void what_is_written_reads_back(@ForAll long nanos) {
        Duration duration = Duration.ofNanos(nanos == Long.MIN_VALUE ? 0 : nanos);
        assertThat(GoDuration.of(duration).toDuration()).isEqualTo(duration);
    }

    @Property
    void any_text_can_be_asked(@ForAll String text) {
        assertThat(GoDuration.of(text).parsed()).isNotNull();
    }
}
