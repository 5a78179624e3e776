package dev.hcp.reconcilers.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
    @ParameterizedTest
    @CsvSource({
        "45, 45s",
        "119, 119s",
        "120, 2m",
        "125, 2m5s",
        "600, 10m",
        "10799, 179m",
        "10800, 3h",
        "12600, 3h30m",
        "172800, 2d"
    })
    void ages_read_as_kubectl_prints_them(long seconds, String words) {
        assertThat(Ages.inWords(Duration.ofSeconds(seconds))).isEqualTo(words);
    }
}
