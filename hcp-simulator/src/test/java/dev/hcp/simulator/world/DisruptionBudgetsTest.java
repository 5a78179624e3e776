package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisruptionBudgetsTest {
    private final Cluster cluster = new Cluster(Simulator.builder().nodes(3).timings(Timings.instant()));

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void budget(String selector) {
        cluster.create("""
                {"apiVersion": "policy/v1", "kind": "PodDisruptionBudget",
                 "metadata": {"name": "web", "namespace": "default"},
                 "spec": {"maxUnavailable": 1, "selector": %s}}
                """.formatted(selector));
    }

    private void deployment(String app) {
        cluster.create("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "%1$s", "namespace": "default"},
                 "spec": {"replicas": 3, "selector": {"matchLabels": {"app": "%1$s"}},
                   "template": {"metadata": {"labels": {"app": "%1$s"}},
                     "spec": {"containers": [{"name": "main", "image": "app"}]}}}}
                """.formatted(app));
    }

    private String counts() {
        JsonObject status = cluster.get("PodDisruptionBudget", "default", "web").object("status");
        return "%d of %d healthy, %d allowed"
                .formatted(
                        status.integer(-1, "currentHealthy"),
                        status.integer(-1, "expectedPods"),
                        status.integer(-1, "disruptionsAllowed"));
    }

    @Test
    void a_deployment_counts_once_while_it_goes_from_one_set_of_pods_to_another() {
        budget("{\"matchLabels\": {\"app\": \"web\"}}");
        deployment("web");
        cluster.settle();
        assertThat(counts()).isEqualTo("3 of 3 healthy, 1 allowed");

        cluster.simulator.inject(new Fault.ContainersFail("default", "web", Fault.ContainerFailure.IMAGE_PULL, ""));
        cluster.patch("Deployment", "default", "web", """
                {"spec": {"template": {"metadata": {"annotations": {"round": "two"}}}}}
                """);
        cluster.settle();
        assertThat(cluster.list("ReplicaSet", "default")).hasSize(2);
        assertThat(counts()).isEqualTo("3 of 3 healthy, 1 allowed");
    }

    @Test
    void a_budget_follows_what_it_selects() {
        deployment("web");
        deployment("other");
        budget("{\"matchLabels\": {\"app\": \"web\"}}");
        cluster.settle();
        assertThat(counts()).isEqualTo("3 of 3 healthy, 1 allowed");
        cluster.patch("PodDisruptionBudget", "default", "web", """
                {"spec": {"selector": {"matchLabels": {"app": null},
                  "matchExpressions": [{"key": "app", "operator": "Exists"}]}}}
                """);
        cluster.settle();
        assertThat(counts()).isEqualTo("6 of 6 healthy, 1 allowed");
    }

    @Test
    void a_pod_that_is_no_longer_what_a_budget_selects_does_not_count() {
        budget("{\"matchLabels\": {\"app\": \"web\"}}");
        deployment("web");
        cluster.settle();
        String pod = Meta.name(cluster.list("Pod", "default").get(0));
        cluster.delete("Deployment", "default", "web", "Orphan");
        cluster.settle();
        cluster.list("ReplicaSet", "default")
                .forEach(set -> cluster.delete("ReplicaSet", "default", Meta.name(set), "Orphan"));
        cluster.settle();
        cluster.patch("Pod", "default", pod, "{\"metadata\": {\"labels\": {\"app\": \"mine\"}}}");
        cluster.settle();
        assertThat(cluster.get("PodDisruptionBudget", "default", "web").integer(-1, "status", "currentHealthy"))
                .isEqualTo(2);
    }
}
