package dev.hcp.reconcilers.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
    @ParameterizedTest
    @CsvSource({
        "-5, <invalid>",
        "-1, 0s",
        "45, 45s",
        "60, 1m",
        "3599, 59m",
        "12600, 3h",
        "172800, 2d",
        "31536000, 1y",
        "69379200, 2y"
    })
    void ages_read_in_one_unit(long seconds, String words) {
        assertThat(Ages.inWords(Duration.ofSeconds(seconds))).isEqualTo(words);
    }
}
