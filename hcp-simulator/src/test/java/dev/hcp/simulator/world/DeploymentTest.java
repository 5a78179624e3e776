package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeploymentTest {
    private final Cluster cluster = new Cluster(Simulator.builder());

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void deploy(int replicas, String strategy) {
        cluster.create("""
                {"apiVersion": "apps/v1", "kind": "Deployment",
                 "metadata": {"name": "web", "namespace": "default"},
                 "spec": {"replicas": %d, "strategy": %s,
                   "selector": {"matchLabels": {"app": "web"}},
                   "template": {"metadata": {"labels": {"app": "web"}},
                     "spec": {"containers": [{"name": "web", "image": "example.com/web:1"}]}}}}
                """.formatted(replicas, strategy));
    }

    private JsonObject deployment() {
        return cluster.get("Deployment", "default", "web");
    }

    private static final String DEFAULT = "{\"type\": \"RollingUpdate\"}";

    @Test
    void a_deployment_becomes_available_when_its_pods_are_ready() {
        deploy(3, DEFAULT);
        cluster.simulator.advance(Duration.ofSeconds(2));
        assertThat(Cluster.condition(deployment(), "Available").text("reason")).isEqualTo("MinimumReplicasUnavailable");
        assertThat(deployment().integer(0, "status", "unavailableReplicas")).isEqualTo(3);

        cluster.settle();

        JsonObject status = deployment().object("status");
        assertThat(status.integer(0, "readyReplicas")).isEqualTo(3);
        assertThat(status.integer(0, "updatedReplicas")).isEqualTo(3);
        assertThat(status.integer(0, "availableReplicas")).isEqualTo(3);
        assertThat(status.containsKey("unavailableReplicas")).isFalse();
        assertThat(status.integer(0, "observedGeneration")).isEqualTo(1);
        JsonObject available = Cluster.condition(deployment(), "Available");
        assertThat(available.text("status")).isEqualTo("True");
        assertThat(available.text("message")).isEqualTo("Deployment has minimum availability.");
        JsonObject progressing = Cluster.condition(deployment(), "Progressing");
        assertThat(progressing.text("reason")).isEqualTo("NewReplicaSetAvailable");
        assertThat(progressing.text("message")).matches("ReplicaSet \"web-[a-z0-9]+\" has successfully progressed.");
    }

    @Test
    void a_status_that_somebody_else_wrote_is_put_right() {
        deploy(2, DEFAULT);
        cluster.settle();
        JsonObject right = deployment().object("status");
        cluster.simulator
                .objects()
                .mergePatch(
                        cluster.simulator.objects().resource("apps/v1", "Deployment"),
                        "default",
                        "web",
                        "status",
                        JsonObject.of("status", JsonObject.of("readyReplicas", 7)),
                        "somebody");
        assertThat(deployment().integer(0, "status", "readyReplicas")).isEqualTo(7);

        cluster.settle();

        assertThat(deployment().object("status").without("conditions")).isEqualTo(right.without("conditions"));
    }

    @Test
    void its_pods_are_spread_over_zones_and_run_on_nodes() {
        deploy(3, DEFAULT);
        cluster.settle();
        Set<Object> zones = new TreeSet<>();
        for (JsonObject pod : cluster.list("Pod", "default")) {
            assertThat(pod.text("status", "phase")).isEqualTo("Running");
            assertThat(pod.text("status", "podIP")).startsWith("10.");
            JsonObject node = cluster.get("Node", "", String.valueOf(pod.text("spec", "nodeName")));
            zones.add(node.text("metadata", "labels", "topology.kubernetes.io/zone"));
        }
        assertThat(zones).hasSize(3);
    }

    @Test
    void a_new_template_rolls_within_surge_and_unavailability() {
        deploy(4, "{\"type\": \"RollingUpdate\", \"rollingUpdate\": {\"maxSurge\": 1, \"maxUnavailable\": 1}}");
        cluster.settle();
        cluster.patch(
                "Deployment",
                "default",
                "web",
                "{\"spec\": {\"template\": {\"metadata\": {\"annotations\": {\"restart\": \"now\"}}}}}");
        boolean[] held = {true};
        boolean rolled = cluster.simulator.runUntil(
                () -> {
                    List<JsonObject> pods = cluster.list("Pod", "default").stream()
                            .filter(PodTemplates::active)
                            .toList();
                    long ready = pods.stream().filter(PodTemplates::ready).count();
                    held[0] &= pods.size() <= 5 && ready >= 3;
                    return deployment().integer(0, "status", "observedGeneration") == 2
                            && deployment().integer(0, "status", "updatedReplicas") == 4
                            && deployment().integer(0, "status", "replicas") == 4
                            && deployment().integer(0, "status", "availableReplicas") == 4;
                },
                Duration.ofMinutes(10));
        assertThat(rolled).isTrue();
        assertThat(held[0]).as("surge and unavailability are kept").isTrue();
        cluster.settle();
        assertThat(cluster.list("Pod", "default")).hasSize(4).allMatch(pod -> "now"
                .equals(pod.text("metadata", "annotations", "restart")));
        assertThat(cluster.list("ReplicaSet", "default")).hasSize(2);
        assertThat(deployment().text("metadata", "annotations", "deployment.kubernetes.io/revision"))
                .isEqualTo("2");
    }

    @Test
    void recreate_ends_the_old_pods_first() {
        deploy(2, "{\"type\": \"Recreate\"}");
        cluster.settle();
        cluster.patch(
                "Deployment",
                "default",
                "web",
                "{\"spec\": {\"template\": {\"metadata\": {\"annotations\": {\"restart\": \"now\"}}}}}");
        boolean[] mixed = {false};
        cluster.simulator.runUntil(
                () -> {
                    List<JsonObject> pods = cluster.list("Pod", "default").stream()
                            .filter(PodTemplates::active)
                            .toList();
                    long updated = pods.stream()
                            .filter(pod -> "now".equals(pod.text("metadata", "annotations", "restart")))
                            .count();
                    mixed[0] |= updated > 0 && updated < pods.size();
                    return updated == 2;
                },
                Duration.ofMinutes(10));
        assertThat(mixed[0]).as("old and new pods at once").isFalse();
    }

    @Test
    void it_scales_up_and_down() {
        deploy(1, DEFAULT);
        cluster.settle();
        cluster.patch("Deployment", "default", "web", "{\"spec\": {\"replicas\": 5}}");
        cluster.settle();
        assertThat(cluster.list("Pod", "default")).hasSize(5);
        cluster.patch("Deployment", "default", "web", "{\"spec\": {\"replicas\": 0}}");
        cluster.settle();
        assertThat(cluster.list("Pod", "default")).isEmpty();
        assertThat(Cluster.condition(deployment(), "Available").text("status")).isEqualTo("True");
    }

    @Test
    void a_pod_that_is_deleted_is_replaced() {
        deploy(1, DEFAULT);
        cluster.settle();
        String pod = Meta.name(cluster.list("Pod", "default").get(0));
        cluster.delete("Pod", "default", pod);
        cluster.settle();
        assertThat(cluster.list("Pod", "default")).hasSize(1).noneMatch(other -> Meta.name(other)
                .equals(pod));
        assertThat(deployment().integer(0, "status", "availableReplicas")).isEqualTo(1);
    }

    @Test
    void a_rollout_that_gets_nowhere_exceeds_its_deadline_and_recovers() {
        deploy(1, DEFAULT);
        cluster.settle();
        cluster.list("Node", "")
                .forEach(node -> cluster.patch("Node", "", Meta.name(node), "{\"spec\": {\"unschedulable\": true}}"));
        cluster.delete(
                "Pod", "default", Meta.name(cluster.list("Pod", "default").get(0)));
        cluster.simulator.advance(Duration.ofMinutes(11));
        assertThat(Cluster.condition(deployment(), "Available").text("status")).isEqualTo("False");
        JsonObject pod = cluster.list("Pod", "default").get(0);
        assertThat(Cluster.condition(pod, "PodScheduled").text("reason")).isEqualTo("Unschedulable");

        cluster.patch("Node", "", "management-0", "{\"spec\": {\"unschedulable\": null}}");
        cluster.settle();
        assertThat(Cluster.condition(deployment(), "Available").text("status")).isEqualTo("True");
    }

    private List<String> sizes() {
        return cluster.list("ReplicaSet", "default").stream()
                .sorted(Comparator.comparingLong(DeploymentController::revision))
                .map(set -> String.valueOf(set.integer(0, "spec", "replicas")))
                .toList();
    }

    private void deployHalfway() {
        deploy(10, "{\"type\": \"RollingUpdate\", \"rollingUpdate\": {\"maxSurge\": 3, \"maxUnavailable\": 2}}");
        cluster.settle();
        cluster.simulator.inject(new Fault.ContainersFail("default", "web", Fault.ContainerFailure.IMAGE_PULL, ""));
        cluster.patch(
                "Deployment",
                "default",
                "web",
                "{\"spec\": {\"template\": {\"metadata\": {\"annotations\": {\"restart\": \"now\"}}}}}");
        cluster.settle();
        assertThat(sizes()).containsExactly("8", "5");
    }

    @Test
    void another_number_in_the_middle_of_a_rollout_is_shared_by_old_and_new_pods() {
        deployHalfway();
        cluster.patch("Deployment", "default", "web", "{\"spec\": {\"replicas\": 15}}");
        cluster.settle();
        assertThat(sizes()).containsExactly("11", "7");
        cluster.patch("Deployment", "default", "web", "{\"spec\": {\"replicas\": 0}}");
        cluster.settle();
        assertThat(sizes()).containsExactly("0", "0");
    }

    @Test
    void a_paused_deployment_follows_the_number_wanted_and_nothing_else() {
        deployHalfway();
        cluster.patch("Deployment", "default", "web", """
                {"spec": {"paused": true, "replicas": 5,
                  "template": {"metadata": {"annotations": {"restart": "again"}}}}}
                """);
        cluster.settle();
        assertThat(sizes()).containsExactly("5", "3");

        cluster.patch("Deployment", "default", "web", "{\"spec\": {\"paused\": false}}");
        cluster.settle();
        assertThat(sizes()).hasSize(3);
    }

    @Test
    void nobody_waits_for_the_progress_of_a_paused_deployment() {
        deploy(2, DEFAULT);
        cluster.settle();
        cluster.patch("Deployment", "default", "web", "{\"spec\": {\"paused\": true, \"replicas\": 3}}");
        cluster.settle();
        assertThat(cluster.list("Pod", "default")).hasSize(3);
        JsonObject progressing = Cluster.condition(deployment(), "Progressing");
        assertThat(progressing.text("status")).isEqualTo("Unknown");
        assertThat(progressing.text("reason")).isEqualTo("DeploymentPaused");
        cluster.patch("Deployment", "default", "web", "{\"spec\": {\"paused\": false}}");
        cluster.settle();
        assertThat(Cluster.condition(deployment(), "Progressing").text("reason"))
                .isEqualTo("NewReplicaSetAvailable");
    }
}
