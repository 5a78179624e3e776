package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.ManagementNode;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeFailureTest {
    private static final Duration NOTICED = Duration.ofSeconds(45);
    private static final Duration EVICTED = Duration.ofSeconds(310);

    private final Cluster cluster = new Cluster(Simulator.builder()
            .managementNodes(List.of(ManagementNode.named("one"), ManagementNode.named("two")))
            .timings(Timings.instant().with(Stage.POD_STOP, Duration.ofSeconds(2))));

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void workload(String kind, int replicas) {
        cluster.create(
                """
                {"apiVersion": "apps/v1", "kind": "%s", "metadata": {"name": "web", "namespace": "default"},
                 "spec": {"replicas": %d, "serviceName": "web", "selector": {"matchLabels": {"app": "web"}},
                   "template": {"metadata": {"labels": {"app": "web"}},
                     "spec": {"containers": [{"name": "main", "image": "app"}]}}}}
                """.replace("\"serviceName\": \"web\",", kind.equals("StatefulSet") ? "\"serviceName\": \"web\"," : "")
                        .formatted(kind, replicas));
        after(Duration.ofSeconds(20));
    }

    private void after(Duration duration) {
        cluster.simulator.advance(duration);
    }

    private List<JsonObject> pods() {
        return cluster.list("Pod", "default");
    }

    private List<JsonObject> podsOn(String node) {
        return pods().stream()
                .filter(pod -> node.equals(pod.text("spec", "nodeName")))
                .toList();
    }

    private String ready(String node) {
        JsonObject condition = Cluster.condition(cluster.get("Node", "", node), "Ready");
        return condition.text("status") + " " + condition.text("reason") + " " + condition.text("message");
    }

    @Test
    void a_node_that_is_silent_counts_as_unknown_after_the_grace_period_and_is_tainted() {
        workload("Deployment", 2);
        JsonObject pod = podsOn("one").get(0);
        cluster.simulator.inject(new Fault.NodeLost("one"));
        after(Duration.ofSeconds(30));
        assertThat(ready("one")).startsWith("True KubeletReady");

        after(Duration.ofSeconds(15));
        assertThat(ready("one")).isEqualTo("Unknown NodeStatusUnknown Kubelet stopped posting node status.");
        assertThat(cluster.get("Node", "", "one").array("spec", "taints"))
                .extracting(taint -> ((JsonObject) taint).text("key") + ":" + ((JsonObject) taint).text("effect"))
                .containsExactly(
                        "node.kubernetes.io/unreachable:NoSchedule", "node.kubernetes.io/unreachable:NoExecute");
        JsonObject unready = cluster.get("Pod", "default", Meta.name(pod));
        assertThat(PodTemplates.ready(unready)).isFalse();
        assertThat(Meta.deleting(unready)).isFalse();
        assertThat(cluster.get("Deployment", "default", "web").integer(0, "status", "readyReplicas"))
                .isEqualTo(1);
    }

    @Test
    void pods_of_a_lost_node_are_replaced_after_five_minutes_and_hang_until_it_is_back() {
        workload("Deployment", 2);
        InjectedFault lost = cluster.simulator.inject(new Fault.NodeLost("one"));
        after(NOTICED.plus(Duration.ofSeconds(280)));
        assertThat(podsOn("one")).noneMatch(Meta::deleting);
        assertThat(podsOn("two")).hasSize(1);

        after(Duration.ofSeconds(30));
        assertThat(podsOn("one")).isNotEmpty().allMatch(Meta::deleting);
        assertThat(podsOn("two")).hasSize(2).allMatch(PodTemplates::ready);
        after(Duration.ofHours(1));
        assertThat(podsOn("one")).isNotEmpty();

        lost.mend();
        after(Duration.ofSeconds(30));
        assertThat(ready("one")).isEqualTo("True KubeletReady kubelet is posting ready status");
        assertThat(cluster.get("Node", "", "one").array("spec", "taints")).isEmpty();
        assertThat(podsOn("one")).isEmpty();
    }

    @Test
    void a_node_that_is_back_early_keeps_its_pods() {
        workload("Deployment", 2);
        List<String> before = pods().stream().map(Meta::uid).toList();
        InjectedFault lost = cluster.simulator.inject(new Fault.NodeLost("one"));
        after(Duration.ofMinutes(2));
        lost.mend();
        after(Duration.ofMinutes(10));
        assertThat(pods()).extracting(Meta::uid).isEqualTo(before);
        assertThat(pods()).allMatch(PodTemplates::ready);
    }

    @Test
    void a_stateful_set_has_no_second_pod_of_a_name_until_the_lost_one_is_given_up() {
        workload("StatefulSet", 2);
        JsonObject lost = podsOn("one").get(0);
        cluster.simulator.inject(new Fault.NodeLost("one"));
        after(NOTICED.plus(EVICTED).plus(Duration.ofMinutes(10)));
        JsonObject hanging = cluster.get("Pod", "default", Meta.name(lost));
        assertThat(Meta.uid(hanging)).isEqualTo(Meta.uid(lost));
        assertThat(Meta.deleting(hanging)).isTrue();

        cluster.delete("Node", "", "one");
        after(Duration.ofMinutes(2));
        JsonObject replaced = cluster.get("Pod", "default", Meta.name(lost));
        assertThat(Meta.uid(replaced)).isNotEqualTo(Meta.uid(lost));
        assertThat(replaced.text("spec", "nodeName")).isEqualTo("two");
        assertThat(PodTemplates.ready(replaced)).isTrue();
    }

    @Test
    void a_budget_says_how_many_pods_may_be_evicted() {
        workload("Deployment", 2);
        cluster.create("""
                {"apiVersion": "policy/v1", "kind": "PodDisruptionBudget",
                 "metadata": {"name": "web", "namespace": "default"},
                 "spec": {"maxUnavailable": 1, "selector": {"matchLabels": {"app": "web"}}}}
                """);
        after(Duration.ofSeconds(1));
        assertThat(budget()).isEqualTo("allowed 1, healthy 2 of 2, desired 1, SufficientPods");

        cluster.simulator.inject(new Fault.NodeLost("one"));
        after(NOTICED);
        assertThat(budget()).isEqualTo("allowed 0, healthy 1 of 2, desired 1, InsufficientPods");

        after(EVICTED);
        assertThat(budget()).isEqualTo("allowed 1, healthy 2 of 2, desired 1, SufficientPods");
    }

    @Test
    void evictions_go_on_as_far_as_the_budget_allows() {
        workload("Deployment", 2);
        cluster.create("""
                {"apiVersion": "policy/v1", "kind": "PodDisruptionBudget",
                 "metadata": {"name": "web", "namespace": "default"},
                 "spec": {"minAvailable": "50%", "selector": {"matchLabels": {"app": "web"}}}}
                """);
        after(Duration.ofSeconds(1));
        List<String> names = pods().stream().map(Meta::name).toList();
        assertThat(evict(names.get(0))).isEqualTo(201);
        assertThat(evict(names.get(1))).isEqualTo(429);
        after(Duration.ofSeconds(10));
        assertThat(evict(names.get(1))).isEqualTo(201);
    }

    private int evict(String pod) {
        String eviction =
                "{\"apiVersion\": \"policy/v1\", \"kind\": \"Eviction\", \"metadata\": {\"name\": \"" + pod + "\"}}";
        return cluster.simulator
                .api()
                .handle(new ApiRequest(
                        "POST",
                        "/api/v1/namespaces/default/pods/" + pod + "/eviction",
                        Map.of(),
                        Map.of("Content-Type", List.of("application/json")),
                        eviction.getBytes(StandardCharsets.UTF_8)))
                .status();
    }

    private String budget() {
        JsonObject budget = cluster.get("PodDisruptionBudget", "default", "web");
        JsonObject status = budget.object("status");
        return "allowed " + status.get("disruptionsAllowed") + ", healthy " + status.get("currentHealthy") + " of "
                + status.get("expectedPods") + ", desired " + status.get("desiredHealthy") + ", "
                + Cluster.condition(budget, "DisruptionAllowed").text("reason");
    }
}
