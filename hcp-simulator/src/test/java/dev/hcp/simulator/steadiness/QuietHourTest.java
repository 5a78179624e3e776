package dev.hcp.simulator.steadiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.Reconcilers;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.kernel.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** An hour in which nobody wants anything of a hundred hosted clusters: who writes then, and who looks. */
@TestInstance(Lifecycle.PER_CLASS)
class QuietHourTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final String VERSION = "4.17.0";
    private static final int KUBEVIRT = 65;
    private static final int NONE = 25;
    private static final int AGENT = 10;

    /**
     * A write that may be seen although nobody wants anything.
     *
     * @param write source, verb and kind, as the table of writes has them
     * @param most how many there may be in an hour for each cluster
     * @param reason why the real thing does so, too
     */
    private record Periodic(String write, int most, String reason) {}

    private static final List<Periodic> PERIODIC =
            List.of(new Periodic("event-expiry removed Event", 200, "Events go an hour after they were last seen"));

    private final Map<String, Integer> passes = new TreeMap<>();
    private final Simulator simulator = Simulator.builder()
            .startAt(START)
            .nodes(12)
            .reconcilers(ObservedReconciler.all(
                    Reconcilers.all(),
                    (reconciler, primary, world, plan) -> passes.merge(
                            reconciler.name() + " of " + primary.getMetadata().getName(), 1, Integer::sum)))
            .start();
    private final Objects objects = simulator.objects();
    private List<HistoryEntry> writesInAnHour = List.of();
    private Map<String, Integer> passesInAnHour = Map.of();
    private Map<String, Integer> passesAfterAnEdit = Map.of();

    @BeforeAll
    void let_an_hour_pass() {
        create(TestClusters.namespace());
        create(Json.parseObject(
                "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"agents\"}}"));
        many("virt-", KUBEVIRT).forEach(this::createKubeVirt);
        many("none-", NONE).forEach(this::createNone);
        many("agent-", AGENT).forEach(this::createAgent);
        simulator.advance(Duration.ofMinutes(15));
        many("none-", NONE).forEach(this::addNode);
        simulator.advance(Duration.ofMinutes(30));
        assertThat(simulator.runUntilQuiet(HOUR)).isTrue();

        passes.clear();
        long start = Duration.between(START, simulator.now()).toNanos();
        simulator.advance(HOUR);
        writesInAnHour = simulator.history().entries().stream()
                .filter(entry -> entry.at() > start)
                .toList();
        passesInAnHour = new TreeMap<>(passes);

        passes.clear();
        objects.mergePatch(
                objects.resource("hypershift.openshift.io/v1beta1", "HostedCluster"),
                "clusters",
                "virt-7",
                null,
                Json.parseObject("{\"metadata\": {\"labels\": {\"team\": \"blue\"}}}"),
                "test");
        simulator.advance(HOUR);
        passesAfterAnEdit = new TreeMap<>(passes);
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    private static List<String> many(String prefix, int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).map(i -> prefix + i).toList();
    }

    private JsonObject create(JsonObject object) {
        return objects.create(
                objects.resource(String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind"))),
                object,
                "test");
    }

    /** One in ten is highly available: the others have fewer pods, all else is the same. */
    private static JsonObject cluster(String name) {
        JsonObject cluster = TestClusters.hostedCluster(name, VERSION);
        return name.endsWith("0") ? cluster : cluster.withAt("SingleReplica", "spec", "controllerAvailabilityPolicy");
    }

    private void createKubeVirt(String name) {
        create(TestClusters.pullSecret(name));
        create(cluster(name));
        create(TestClusters.nodePool(name, VERSION, 2));
    }

    private void createNone(String name) {
        create(TestClusters.pullSecret(name));
        JsonObject strategy = JsonObject.of("type", "NodePort", "nodePort", JsonObject.of("address", "203.0.113.7"));
        create(cluster(name)
                .withAt(JsonObject.of("type", "None"), "spec", "platform")
                .withAt("example.com", "spec", "dns", "baseDomain")
                .withAt(
                        JsonArray.copyOf(Stream.of("APIServer", "OAuthServer", "Konnectivity", "Ignition")
                                .map(service ->
                                        JsonObject.of("service", service, "servicePublishingStrategy", strategy))
                                .toList()),
                        "spec",
                        "services"));
    }

    private void createAgent(String name) {
        create(TestClusters.pullSecret(name));
        create(cluster(name)
                .withAt(
                        JsonObject.of("type", "Agent", "agent", JsonObject.of("agentNamespace", "agents")),
                        "spec",
                        "platform")
                .withAt("example.com", "spec", "dns", "baseDomain"));
    }

    /** On platform None it is the user who brings the nodes. */
    private void addNode(String cluster) {
        Objects guest = simulator.guest("clusters", cluster).orElseThrow();
        guest.create(guest.resource("v1", "Node"), Json.parseObject("""
                {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "worker"},
                 "status": {"conditions": [{"type": "Ready", "status": "True"}]}}
                """), "kubelet");
    }

    private static String stateOf(JsonObject cluster) {
        JsonArray history = cluster.array("status", "version", "history");
        return history.isEmpty() ? "" : String.valueOf(history.object(0).text("state"));
    }

    @Test
    void all_clusters_with_nodes_are_completed_and_those_that_wait_for_agents_are_available() {
        List<JsonObject> clusters =
                objects.list(objects.resource("hypershift.openshift.io/v1beta1", "HostedCluster"), "clusters");
        assertThat(clusters).hasSize(KUBEVIRT + NONE + AGENT);
        assertThat(clusters)
                .filteredOn(cluster -> "Completed".equals(stateOf(cluster)))
                .hasSize(KUBEVIRT + NONE);
        assertThat(simulator.guest("clusters", "agent-0")).isPresent();
    }

    @Test
    void nobody_writes_but_what_is_periodic() {
        assertThat(unexplained(writesInAnHour)).isEmpty();
    }

    /** A table of the writes that are not periodic or too many: how many, and an example. */
    private static String unexplained(List<HistoryEntry> entries) {
        Map<String, List<HistoryEntry>> byWrite = entries.stream()
                .collect(Collectors.groupingBy(QuietHourTest::write, TreeMap::new, Collectors.toList()));
        List<String> rows = new ArrayList<>();
        byWrite.forEach((write, seen) -> {
            int most = PERIODIC.stream()
                    .filter(allowed -> allowed.write().equals(write))
                    .mapToInt(Periodic::most)
                    .sum();
            if (seen.size() > most * (KUBEVIRT + NONE + AGENT)) {
                rows.add(String.format(
                        "%-60s %6d times, such as: %s",
                        write, seen.size(), seen.get(0).text()));
            }
        });
        return String.join("\n", rows);
    }

    private static String write(HistoryEntry entry) {
        if (entry instanceof HistoryEntry.Commit commit) {
            return commit.source() + " " + commit.verb().name().toLowerCase(Locale.ROOT) + " "
                    + commit.type().kind();
        }
        return entry.getClass().getSimpleName();
    }

    @Test
    void no_reconciler_looks_for_watches_tell_all_there_is() {
        assertThat(passesInAnHour).isEmpty();
    }

    @Test
    void an_edit_of_one_cluster_lets_reconcilers_look_at_that_one_alone_and_only_a_few_times() {
        assertThat(passesAfterAnEdit.keySet()).isNotEmpty().allMatch(pass -> pass.endsWith(" of virt-7"));
        assertThat(passesAfterAnEdit.values()).allMatch(count -> count <= 3, "at most 3 passes: " + passesAfterAnEdit);
    }
}
