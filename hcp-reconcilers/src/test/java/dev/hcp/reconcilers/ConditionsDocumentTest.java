package dev.hcp.reconcilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ConditionsDocument.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code docs/conditions.md} to the tests it names, and complete. */
class ConditionsDocumentTest {
    static List<Row> rows() {
        return ConditionsDocument.rows();
    }

    private static String source(String testClass) throws IOException {
        List<Path> modules = List.of(
                ConditionsDocument.ROOT.resolve("hcp-reconcilers"),
                ConditionsDocument.ROOT.resolve("hcp-platforms"),
                ConditionsDocument.ROOT.resolve("hcp-simulator"));
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
        assertThat(source).contains(row.reason());
    }

    @Test
    void every_row_is_understood() {
        long tested = ConditionsDocument.lines().stream()
                .filter(line -> line.contains("Test#"))
                .count();
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
        return ConditionsDocument.rows(heading).stream().map(Row::type).collect(Collectors.toSet());
    }

    private static List<String> shown(JsonObject object) {
        return Conditions.of(object, WorldFixture.NOW).types();
    }
}
