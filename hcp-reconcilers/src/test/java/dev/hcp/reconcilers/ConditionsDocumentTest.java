package dev.hcp.reconcilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code docs/conditions.md} to the tests it names, and complete. */
class ConditionsDocumentTest {
    /** The tests run in the module's directory or in the one of the whole. */
    private static final Path ROOT = Path.of(Files.exists(Path.of("docs")) ? "" : "..");

    private static final Pattern ROW =
            Pattern.compile("\\| `(\\w+)` \\| [^|]+ \\| (\\S.*?) \\| [^|]+ \\| `(\\w+)#(\\w+)` \\|");

    private record Row(String type, String reason, String testClass, String method) {}

    private static List<String> lines() {
        try {
            return Files.readAllLines(ROOT.resolve("docs").resolve("conditions.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows below a heading, to the next one of its level. */
    private static List<Row> rows(String heading) {
        List<Row> rows = new ArrayList<>();
        boolean within = false;
        for (String line : lines()) {
            within = line.startsWith("## ") ? line.equals("## " + heading) : within;
            Matcher row = ROW.matcher(line);
            if (within && row.matches()) {
                rows.add(new Row(row.group(1), row.group(2), row.group(3), row.group(4)));
            }
        }
        return rows;
    }

    static Stream<Row> rows() {
        return Stream.concat(rows("HostedCluster").stream(), rows("HostedControlPlane").stream());
    }

    private static String source(String testClass) throws IOException {
        List<Path> modules =
                List.of(ROOT.resolve("hcp-reconcilers"), ROOT.resolve("hcp-platforms"), ROOT.resolve("hcp-simulator"));
        for (Path module : modules) {
            try (Stream<Path> files = Files.walk(module.resolve("src").resolve("test"))) {
                List<Path> found =
                        files.filter(file -> file.endsWith(testClass + ".java")).toList();
                if (!found.isEmpty()) {
                    return Files.readString(found.get(0));
                }
            }
        }
        throw new AssertionError("there is no test class " + testClass);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_names_a_test_that_speaks_of_the_condition_and_its_reason(Row row) throws IOException {
        String source = source(row.testClass());

        assertThat(source).as("%s is a test", row.method()).containsPattern("void " + row.method() + "\\(");
        assertThat(source).contains(row.type());
        if (row.reason().startsWith("`")) {
            assertThat(source).contains(row.reason().replace("`", ""));
        }
    }

    @Test
    void every_row_is_understood() {
        long tested = lines().stream().filter(line -> line.contains("Test#")).count();
        assertThat(rows()).hasSize((int) tested).hasSizeGreaterThan(100);
    }

    @Test
    void no_condition_of_a_running_cluster_is_missing() {
        HostedClusterFixture demo = new HostedClusterFixture().create();
        demo.settle();

        assertThat(types("HostedCluster")).containsAll(shown(demo.hostedCluster()));
        assertThat(types("HostedControlPlane")).containsAll(shown(demo.controlPlane()));
    }

    private static Set<String> types(String heading) {
        return rows(heading).stream().map(Row::type).collect(Collectors.toSet());
    }

    private static List<String> shown(JsonObject object) {
        return Conditions.of(object, WorldFixture.NOW).types();
    }
}
