package dev.hcp.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.testing.Shared;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far our reconcilers do what the reference controllers were recorded to do. The floors only go up. */
@Tag("oracle")
class RecordedBehaviourTest {
    @ParameterizedTest
    @CsvSource({
        "cp-kubevirt-single-replica, 2890",
        "cp-none-highly-available, 2853",
        "cp-restart-and-pause, 4449",
        "kubevirt-lifecycle, 759",
        "missing-pull-secret, 146",
        "none-lifecycle, 690",
        "np-autoscaling-autorepair, 300",
        "np-kubevirt-replace, 500",
        "np-machine-config, 239",
        "np-none, 55",
        "np-version-rules, 187",
        "pause, 633",
        "unsupported-releases, 253",
        "upgrade-not-upgradeable, 671",
        "upgrade-z-stream, 671",
    })
    void a_recording_played_with_our_reconciler_passes_at_least_as_many_checks_as_before(String name, int floor) {
        Path file = Shared.path("golden/behaviour/" + name + ".json");
        JsonObject recording = Recording.read(file).content();

        Comparison comparison = Comparison.of(recording, RecordingPlayer.play(file));

        System.out.printf(
                "%-32s %5d of %d%n",
                name,
                comparison.passed(),
                comparison.passed() + comparison.differences().size());
        assertThat(comparison.passed())
                .as("checks passed; differences: %s", comparison.differences())
                .isGreaterThanOrEqualTo(floor);
    }
}
