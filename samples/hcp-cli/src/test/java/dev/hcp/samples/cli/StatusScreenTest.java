package dev.hcp.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.client.status.ClusterStatus;
import dev.hcp.client.status.StatusCondition;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusScreenTest {
    private static final int ROWS = 20;
    private static final int COLUMNS = 40;

    private final StringWriter written = new StringWriter();
    private final StatusScreen screen =
            new StatusScreen(new PrintWriter(written), () -> new Terminal.Size(ROWS, COLUMNS));

    private static ClusterStatus status(String available, int machines) {
        return new ClusterStatus(
                "clusters",
                "demo",
                "KubeVirt",
                "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64",
                List.of(),
                List.of(
                        new StatusCondition("ValidConfiguration", "True", "AsExpected", "", ""),
                        new StatusCondition("Available", available, "AsExpected", "a\nb", "")),
                Map.of(),
                List.of(new ClusterStatus.Component("StatefulSet", "etcd", 1, 3, "")),
                List.of(),
                IntStream.range(0, machines)
                        .mapToObj(i -> new ClusterStatus.NodeMachine("machine-" + i, "demo", "", "Running", "", ""))
                        .toList(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** What is on the terminal after the last drawing. */
    private List<String> shown() {
        String text = written.toString();
        return text.substring(text.lastIndexOf("\033[H") + 3)
                .replaceAll("\033\\[[KJ]", "")
                .lines()
                .toList();
    }

    @Test
    void it_says_below_what_is_known_why_nothing_new_is_told() {
        screen.accept(status("True", 0));
        screen.note("the management cluster does not answer; trying again");

        assertThat(shown()).startsWith("hosted cluster clusters/demo on KubeVirt");
        assertThat(shown().get(shown().size() - 1)).endsWith(" the management cluster does not");
    }

    @Test
    void it_shows_what_matters_and_the_changes_below() {
        screen.accept(status("False", 0));
        screen.accept(status("True", 1));

        assertThat(shown())
                .startsWith("hosted cluster clusters/demo on KubeVirt")
                .contains("0 of 1 components are ready; not yet: et", "machine-0   Running")
                .anyMatch(line -> line.matches("Available +True +AsExpected.*"))
                .noneMatch(line -> line.startsWith("ValidConfiguration"))
                .anyMatch(line -> line.endsWith("machine machine-0: Running"))
                .allMatch(line -> line.length() <= COLUMNS);
    }

    @Test
    void it_never_draws_more_than_fits() {
        screen.accept(status("False", 50));
        assertThat(shown()).hasSizeLessThan(ROWS).last().asString().contains("more lines");

        screen.accept(status("True", 60));
        assertThat(shown())
                .hasSizeLessThan(ROWS)
                .anyMatch(line -> line.contains("more lines"))
                .last()
                .asString()
                .endsWith("machine machine-59: Running");
    }

    @Test
    void what_goes_is_told_too() {
        assertThat(StatusFacts.changes(StatusFacts.of(status("True", 2)), StatusFacts.of(status("False", 1))))
                .containsExactly("condition Available: False (AsExpected): a b", "machine machine-1: gone");
    }
}
