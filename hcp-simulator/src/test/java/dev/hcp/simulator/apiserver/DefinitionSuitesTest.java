package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HyperShift's declarative tests of its definitions, all of which a real API server passes. */
@Tag("oracle")
class DefinitionSuitesTest {
    static Stream<String> suites() {
        return Shared.files("golden/crd-suites", ".testsuite.yaml").stream()
                .map(file -> file.getFileName().toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("suites")
    void every_case_ends_as_on_a_real_server(String file) {
        JsonObject suite =
                SuitePlayer.parse(read(Shared.path("golden/crd-suites").resolve(file)));
        SuitePlayer player = new SuitePlayer(suite, definition(suite.text("crdName")));
        assertThat(player.cases()).isPositive();
        assertThat(player.play()).isEmpty();
    }

    private static JsonObject definition(String name) {
        for (Path file : Shared.files("crds/hypershift-latest", ".yaml")) {
            for (String document : read(file).split("(?m)^---\\s*$")) {
                if (!document.isBlank()
                        && name.equals(SuitePlayer.parse(document).text("metadata", "name"))) {
                    return SuitePlayer.parse(document);
                }
            }
        }
        throw new AssertionError("there is no definition of " + name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
