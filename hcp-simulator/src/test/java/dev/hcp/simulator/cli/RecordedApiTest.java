package dev.hcp.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.transport.http.ServerSettings;
import dev.hcp.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checkers of recorded API behaviour, run as they are, each against a server on a port of its own. */
@Tag("oracle")
class RecordedApiTest {
    private static final String ALL_OF_SOME = "(?m)^[1-9][0-9]* passed, 0 failed$";

    /** Virtual seconds per second: a recording was made within one second, by which owners of fields are ordered. */
    private static final double WITHIN_A_SECOND = 0.001;

    @Test
    void the_recorded_requests_get_the_recorded_answers() throws Exception {
        Path tool = Shared.path("tools/transcripts.py");
        try (Serving serving = Serving.start(
                ServerSettings.loopback("test-token"),
                Simulator.builder().empty(),
                DefinitionFiles.read(definitionDirectories()),
                WITHIN_A_SECOND)) {
            List<String> command = new ArrayList<>(
                    List.of("python3", tool.toString(), "replay", "--server", serving.url(), "--token", "test-token"));
            Shared.files("golden/apiserver-transcripts", ".json").forEach(file -> command.add(file.toString()));
            String report = run(command);
            Map<String, Boolean> passed = new TreeMap<>();
            report.lines()
                    .filter(line -> line.startsWith("ok   ") || line.startsWith("FAIL "))
                    .forEach(line -> passed.put(line.substring(5), line.startsWith("ok")));
            assertThat(passed).as(report).isNotEmpty();
            assertThat(passed).as(report).doesNotContainValue(false);
        }
    }

    @Test
    void the_declarative_suites_of_the_definitions_pass() throws Exception {
        Path tool = Shared.path("tools/crdsuite.py");
        try (Serving serving = Serving.start(
                ServerSettings.loopback("test-token"), Simulator.builder().empty(), List.of(), 1)) {
            List<String> command = new ArrayList<>(List.of(
                    "python3",
                    tool.toString(),
                    "--server",
                    serving.url(),
                    "--token",
                    "test-token",
                    "--crds",
                    Shared.path("crds/hypershift-latest").toString(),
                    "--suites"));
            Shared.files("golden/crd-suites", ".yaml").forEach(file -> command.add(file.toString()));
            String report = run(command);

            assertThat(report).containsPattern(ALL_OF_SOME);
        }
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return report;
    }

    /** All but the newer version of what another directory has. */
    private static List<Path> definitionDirectories() throws IOException {
        try (Stream<Path> directories = Files.list(Shared.path("crds"))) {
            return directories
                    .filter(directory -> !directory.endsWith("hypershift-latest"))
                    .sorted()
                    .toList();
        }
    }
}
