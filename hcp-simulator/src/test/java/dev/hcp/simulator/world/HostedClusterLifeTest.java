package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostedClusterLifeTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private Cluster cluster = new Cluster(Simulator.builder().startAt(START));

    @AfterEach
    void stop() {
        cluster.close();
    }

    private JsonObject hostedCluster() {
        return cluster.get("HostedCluster", "clusters", "demo");
    }

    private boolean completed() {
        JsonArray history = hostedCluster().array("status", "version", "history");
        return !history.isEmpty() && "Completed".equals(history.object(0).text("state"));
    }

    private List<JsonObject> guestNodes() {
        Objects guest = cluster.simulator.guest("clusters", "demo").orElseThrow();
        return guest.list(guest.resource("v1", "Node"), "");
    }

    @Test
    void a_hosted_cluster_with_a_node_pool_of_three_is_completed_within_fifteen_minutes() {
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 3);

        assertThat(cluster.simulator.runUntil(this::completed, Duration.ofMinutes(15)))
                .as(() -> cluster.simulator.history().text())
                .isTrue();

        assertThat(Duration.between(START, cluster.simulator.now())).isGreaterThan(Duration.ofMinutes(5));
        assertThat(guestNodes()).hasSize(3).allMatch(node -> "True"
                .equals(Cluster.condition(node, "Ready").text("status")));
        cluster.settle();
        assertThat(conditionsOfHostedCluster("True"))
                .contains(
                        "Available",
                        "InfrastructureReady",
                        "KubeAPIServerAvailable",
                        "IgnitionEndpointAvailable",
                        "EtcdAvailable",
                        "ValidReleaseInfo",
                        "ValidConfiguration",
                        "SupportedHostedCluster",
                        "ClusterVersionSucceeding",
                        "ClusterVersionAvailable",
                        "ClusterVersionReleaseAccepted",
                        "ReconciliationActive",
                        "ReconciliationSucceeded",
                        "ValidHostedControlPlaneConfiguration",
                        "ValidReleaseImage",
                        "PlatformCredentialsFound");
        assertThat(conditionsOfHostedCluster("False"))
                .containsExactlyInAnyOrder("Progressing", "Degraded", "ClusterVersionProgressing");
        JsonObject pool = cluster.get("NodePool", "clusters", "demo");
        assertThat(pool.integer(0, "status", "replicas")).isEqualTo(3);
        assertThat(pool.text("status", "version")).isEqualTo("4.17.0");
        assertThat(cluster.get("HostedControlPlane", "clusters-demo", "demo").integer(0, "status", "nodeCount"))
                .isEqualTo(3);
    }

    private List<String> conditionsOfHostedCluster(String status) {
        List<String> types = new ArrayList<>();
        for (Object item : hostedCluster().array("status", "conditions")) {
            if (item instanceof JsonObject condition && status.equals(condition.text("status"))) {
                types.add(condition.text("type"));
            }
        }
        return types;
    }

    @Test
    void without_nodes_the_control_plane_is_available_and_the_version_is_never_completed() {
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 0);
        cluster.settle();
        cluster.simulator.advance(Duration.ofHours(5));
        assertThat(Cluster.condition(hostedCluster(), "Available").text("status"))
                .isEqualTo("True");
        assertThat(completed()).isFalse();
        assertThat(Cluster.condition(hostedCluster(), "ClusterVersionProgressing")
                        .text("message"))
                .isEqualTo("Working towards 4.17.0: 8 of 21 done (38% complete)");
    }

    @Test
    void its_deletion_leaves_nothing_behind() {
        cluster.createNamespace();
        cluster.settle();
        Set<String> expected = names();
        // The operator makes this role once for all clusters and keeps it, as in the reference.
        expected.add("ClusterRole hypershift-cluster-api");
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 3);
        assertThat(cluster.simulator.runUntil(this::completed, Duration.ofMinutes(30)))
                .isTrue();

        cluster.delete("HostedCluster", "clusters", "demo");

        assertThat(cluster.simulator.runUntil(
                        () -> cluster.find("HostedCluster", "clusters", "demo").isEmpty(), Duration.ofMinutes(30)))
                .as(() -> cluster.simulator.history().text())
                .isTrue();
        cluster.settle();
        cluster.delete("Secret", "clusters", "demo-pull-secret");
        assertThat(names()).isEqualTo(expected);
        assertThat(cluster.simulator.guest("clusters", "demo")).isEmpty();
        assertThat(cluster.simulator.guests().find("clusters", "demo")).isEmpty();
    }

    /** Every object of the management cluster but events, as {@code kind namespace/name}. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        Objects objects = cluster.simulator.objects();
        for (ResourceType type : objects.resources()) {
            if (!type.kind().equals("Event")) {
                objects.list(type, "").forEach(object -> names.add(type.kind() + " " + ObjectKey.of(object)));
            }
        }
        return names;
    }

    @Test
    void equal_seeds_give_equal_histories_of_whole_clusters() {
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 1);
        cluster.simulator.runUntil(this::completed, Duration.ofMinutes(30));
        String first = cluster.simulator.history().text();
        cluster.close();
        cluster = new Cluster(Simulator.builder().startAt(START));
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 1);
        cluster.simulator.runUntil(this::completed, Duration.ofMinutes(30));
        assertThat(cluster.simulator.history().text()).isEqualTo(first);
    }
}
