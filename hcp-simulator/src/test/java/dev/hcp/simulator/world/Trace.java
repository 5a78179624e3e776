package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A management cluster with hosted cluster {@code clusters/demo}, and what happened in it, in order. */
final class Trace implements AutoCloseable {
    private static final String RELEASES = "quay.io/openshift-release-dev/ocp-release:";

    final Cluster cluster;
    private final Timeline timeline;

    Trace(Cluster cluster) {
        this.cluster = cluster;
        this.timeline = Timeline.record(
                cluster.simulator.objects(),
                cluster.simulator::now,
                Set.of(
                        "HostedCluster",
                        "NodePool",
                        "HostedControlPlane",
                        "Cluster",
                        "Machine",
                        "Namespace",
                        "AgentCluster"));
    }

    @Override
    public void close() {
        timeline.close();
        cluster.close();
    }

    static String release(String version) {
        return RELEASES + version + "-x86_64";
    }

    static String releaseOf(String version) {
        return "{\"release\": {\"image\": \"" + release(version) + "\"}}";
    }

    JsonObject hostedCluster() {
        return cluster.get("HostedCluster", "clusters", "demo");
    }

    void patch(String json) {
        cluster.patch("HostedCluster", "clusters", "demo", json);
    }

    boolean completed() {
        JsonArray history = hostedCluster().array("status", "version", "history");
        return !history.isEmpty() && "Completed".equals(history.object(0).text("state"));
    }

    /** Whether something has happened so far, in the words of {@link #steps}. */
    boolean saw(String step) {
        return steps(0).contains(step);
    }

    /** How much has happened so far. */
    int mark() {
        return timeline.entries().size();
    }

    /**
     * What happened since a mark: {@code Kind/name change}, and for conditions the reason, such as {@code HostedCluster/demo
     * Available=False WaitingForAvailable}.
     */
    List<String> steps(int since) {
        List<Timeline.Entry> entries = timeline.entries();
        return entries.subList(since, entries.size()).stream().map(Trace::text).toList();
    }

    private static String text(Timeline.Entry entry) {
        String text = entry.object() + " " + entry.what();
        if (!entry.what().contains("=")) {
            return entry.detail().isEmpty() ? text : text + " " + entry.detail();
        }
        int end = entry.detail().indexOf(": ");
        return (text + " " + (end < 0 ? entry.detail() : entry.detail().substring(0, end))).stripTrailing();
    }

    /** That these happened one after the other, whatever came between. */
    void sawInOrder(int since, String... steps) {
        assertThat(steps(since)).as(() -> timeline.table(entry -> true)).containsSubsequence(steps);
    }

    /** That the changes of one condition between two marks were these and no others; status and reason of each. */
    void sawConditionGo(int since, int until, String object, String type, String... states) {
        String prefix = object + " " + type + "=";
        List<String> steps = steps(since);
        assertThat(steps.subList(0, Math.min(until - since, steps.size())).stream()
                        .filter(step -> step.startsWith(prefix))
                        .map(step -> step.substring(prefix.length())))
                .as(() -> object + " " + type + "\n" + timeline.table(entry -> true))
                .containsExactly(states);
    }

    /** The time from the beginning to when something first happened since a mark. */
    Duration timeOf(int since, String step) {
        List<Timeline.Entry> entries = timeline.entries();
        return entries.subList(since, entries.size()).stream()
                .filter(entry -> text(entry).equals(step))
                .map(Timeline.Entry::time)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no \"" + step + "\" in\n" + timeline.table(entry -> true)));
    }
}
