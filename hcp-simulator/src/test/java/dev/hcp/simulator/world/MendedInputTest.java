package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a cluster is said on its objects, and mending it is enough. */
class MendedInputTest {
    private static final String UNSUPPORTED = "quay.io/openshift-release-dev/ocp-release:4.11.0-x86_64";
    private static final String SUPPORTED = "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64";

    private final Cluster cluster = new Cluster(Simulator.builder());

    @AfterEach
    void stop() {
        cluster.close();
    }

    private JsonObject condition(String kind, String type) {
        return Cluster.condition(cluster.get(kind, "clusters", "demo"), type);
    }

    private void isCompleted() {
        assertThat(cluster.simulator.runUntil(this::completed, Duration.ofMinutes(40)))
                .as(() -> cluster.get("HostedCluster", "clusters", "demo").toString())
                .isTrue();
    }

    private boolean completed() {
        JsonArray history = cluster.get("HostedCluster", "clusters", "demo").array("status", "version", "history");
        return !history.isEmpty() && "Completed".equals(history.object(0).text("state"));
    }

    private void release(String kind, String image) {
        cluster.patch(kind, "clusters", "demo", "{\"spec\": {\"release\": {\"image\": \"" + image + "\"}}}");
    }

    @Test
    void an_unsupported_release_is_said_and_a_supported_one_mends_it() {
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 1);
        release("HostedCluster", UNSUPPORTED);
        release("NodePool", UNSUPPORTED);
        cluster.simulator.advance(Duration.ofMinutes(20));
        JsonObject valid = condition("HostedCluster", "ValidReleaseImage");
        assertThat(valid.text("status")).isEqualTo("False");
        assertThat(valid.text("reason")).isEqualTo("InvalidImage");
        assertThat(valid.text("message")).contains("4.11.0");
        assertThat(condition("NodePool", "ValidReleaseImage").text("status")).isEqualTo("False");
        assertThat(cluster.list("Pod", "clusters-demo")).isEmpty();

        release("HostedCluster", SUPPORTED);
        release("NodePool", SUPPORTED);
        isCompleted();
        assertThat(condition("HostedCluster", "ValidReleaseImage").text("status"))
                .isEqualTo("True");
        assertThat(condition("NodePool", "ValidReleaseImage").text("status")).isEqualTo("True");
    }

    @Test
    void a_missing_pull_secret_is_said_and_its_creation_mends_it() {
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 1);
        JsonObject secret = cluster.get("Secret", "clusters", "demo-pull-secret");
        cluster.delete("Secret", "clusters", "demo-pull-secret");
        cluster.simulator.advance(Duration.ofMinutes(20));
        assertThat(condition("HostedCluster", "ValidReleaseImage").text("message"))
                .contains("demo-pull-secret");
        assertThat(completed()).isFalse();

        cluster.create(secret.with("metadata", JsonObject.of("name", "demo-pull-secret", "namespace", "clusters"))
                .toString());
        isCompleted();
    }

    @Test
    void a_pool_whose_cluster_is_missing_says_so_in_an_event_and_goes_on_when_it_appears() {
        cluster.createNamespace();
        cluster.createNodePool("demo", 1);
        cluster.simulator.advance(Duration.ofMinutes(5));
        List<JsonObject> events = cluster.list("Event", "clusters");
        assertThat(events).anySatisfy(event -> {
            assertThat(event.text("involvedObject", "kind")).isEqualTo("NodePool");
            assertThat(event.text("message")).contains("\"demo\" not found");
        });

        cluster.createHostedCluster("demo");
        isCompleted();
    }
}
