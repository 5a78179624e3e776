package dev.hcp.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reference tool rendered, for the arguments that it was given. */
@Tag("oracle")
class RecordedRenderingsTest {
    private static final String CASES = "golden/hcp-render";

    /** Keys that are drawn at random. */
    private static final String RANDOM = "(?m)^  key: \\S{44}$";

    @TempDir
    private static Path directory;

    private static ServedSimulator management;

    @BeforeAll
    static void serve() throws IOException {
        Path cases = Shared.path(CASES);
        management = ServedSimulator.start(directory);
        management.addClusters(cases.resolve("kubevirt-sensitive.yaml"));
        management.addClusters(cases.resolve("agent-minimal.yaml"));
        management.addClusters(cases.resolve("inputs/cluster-c.yaml"));
    }

    @AfterAll
    static void close() {
        if (management != null) {
            management.close();
        }
    }

    @Test
    void the_checker_of_recorded_renderings_passes_for_the_program_as_it_is_called() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "python3",
                        Shared.path("tools/render-check.py").toString(),
                        "--hcp",
                        java + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp " + System.getProperty("java.class.path")
                                + " " + Hcp.class.getName(),
                        "--cases",
                        Shared.path(CASES).toString(),
                        "--env",
                        "KUBECONFIG=" + management.kubeconfig())
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(report).isZero();
        assertThat(report).containsPattern("(?m)^[1-9][0-9]* passed, 0 failed$");
    }

    @Test
    void renderings_are_the_recorded_ones_byte_for_byte() throws IOException {
        Path inputs = Shared.path(CASES + "/inputs");
        for (Path recorded : Shared.files(CASES, ".yaml")) {
            Path arguments =
                    recorded.resolveSibling(recorded.getFileName().toString().replace(".yaml", ".args"));
            if (!Files.exists(arguments)) {
                continue;
            }
            List<String> words = new ArrayList<>();
            Arrays.stream(Files.readString(arguments).trim().split("\\s+"))
                    .map(word -> Files.exists(inputs.resolve(word))
                            ? inputs.resolve(word).toString()
                            : word)
                    .forEach(words::add);
            words.add("--kubeconfig=" + management.kubeconfig());

            Run run = Run.of(words.toArray(new String[0]));

            assertThat(run.out().replaceAll(RANDOM, "  key: random"))
                    .as("%s: %s", recorded.getFileName(), run.err())
                    .isEqualTo(Files.readString(recorded).replaceAll(RANDOM, "  key: random"));
        }
    }
}
