package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users run in a hosted cluster with two nodes. */
class HostedWorkloadsTest {
    private final Workers workers = new Workers(Simulator.builder().timings(Timings.instant()));

    @BeforeEach
    void bringUp() {
        workers.create(2, spec -> spec);
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    private List<JsonObject> pods() {
        return workers.guest("v1", "Pod", "default");
    }

    @Test
    void a_deployment_gets_pods_that_run_on_the_clusters_nodes() {
        workers.deployment("web", 2, "500m");
        assertThat(workers.until(
                        () -> pods().stream().filter(PodTemplates::ready).count() == 2))
                .isTrue();
        assertThat(pods())
                .allSatisfy(pod ->
                        assertThat(workers.nodes()).extracting(Meta::name).contains(pod.text("spec", "nodeName")));
    }

    @Test
    void a_pod_that_fits_nowhere_stays_pending_and_says_why() {
        workers.deployment("big", 1, "64");
        workers.after(Duration.ofMinutes(1));
        assertThat(pods()).hasSize(1).allSatisfy(pod -> {
            assertThat(pod.text("spec", "nodeName")).isNull();
            assertThat(Cluster.condition(pod, "PodScheduled").text("reason")).isEqualTo("Unschedulable");
        });
        assertThat(workers.guest("v1", "Event", "default")).anySatisfy(event -> assertThat(event.text("message"))
                .isEqualTo("0/2 nodes are available: 2 Insufficient cpu. preemption: 0/2 nodes are available:"
                        + " 2 No preemption victims found for incoming pod."));
    }

    @Test
    void a_deployment_that_goes_takes_its_pods_along() {
        workers.deployment("web", 2, "500m");
        assertThat(workers.until(
                        () -> pods().stream().filter(PodTemplates::ready).count() == 2))
                .isTrue();
        workers.deleteInGuest("apps/v1", "Deployment", "default", "web");
        assertThat(workers.until(() -> pods().isEmpty())).isTrue();
    }

    @Test
    void a_daemon_set_gets_a_pod_on_each_node_also_on_one_that_joins_later() {
        workers.createInGuest("""
                {"apiVersion": "apps/v1", "kind": "DaemonSet", "metadata": {"name": "agent", "namespace": "default"},
                 "spec": {"selector": {"matchLabels": {"app": "agent"}},
                   "template": {"metadata": {"labels": {"app": "agent"}},
                     "spec": {"containers": [{"name": "main", "image": "app"}]}}}}
                """);
        assertThat(workers.until(
                        () -> pods().stream().filter(PodTemplates::ready).count() == 2))
                .isTrue();
        workers.patchPool("{\"spec\": {\"replicas\": 3}}");
        assertThat(workers.until(
                        () -> pods().stream().filter(PodTemplates::ready).count() == 3))
                .isTrue();
        assertThat(pods().stream().map(pod -> pod.text("spec", "nodeName")).distinct())
                .hasSize(3);
        workers.patchPool("{\"spec\": {\"replicas\": 1}}");
        assertThat(workers.until(() -> pods().size() == 1 && workers.nodes().size() == 1))
                .isTrue();
        // What the platform runs on nodes is not simulated.
        assertThat(workers.guest("v1", "Pod", "kube-system")).isEmpty();
    }

    @Test
    void a_job_runs_on_the_clusters_nodes_and_takes_its_pods_along_when_it_goes() {
        workers.createInGuest("""
                {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "task", "namespace": "default"},
                 "spec": {"completions": 2, "template": {"spec": {"restartPolicy": "Never",
                     "containers": [{"name": "main", "image": "app"}]}}}}
                """);
        assertThat(workers.until(() -> "True"
                        .equals(Cluster.condition(
                                        workers.guest("batch/v1", "Job", "default")
                                                .get(0),
                                        "Complete")
                                .text("status"))))
                .isTrue();
        assertThat(pods()).hasSize(2).allSatisfy(pod -> assertThat(workers.nodes())
                .extracting(Meta::name)
                .contains(pod.text("spec", "nodeName")));
        workers.deleteInGuest("batch/v1", "Job", "default", "task");
        assertThat(workers.until(() -> pods().isEmpty())).isTrue();
    }

    @Test
    void pods_leave_a_node_that_is_not_ready_for_five_minutes() {
        workers.deployment("web", 1, "500m");
        assertThat(workers.until(() -> pods().stream().anyMatch(PodTemplates::ready)))
                .isTrue();
        String node = String.valueOf(pods().get(0).text("spec", "nodeName"));
        workers.simulator().inject(new Fault.MachineNotReady(Workers.NAMESPACE, node, "KubeletNotReady", "broken"));
        workers.after(Duration.ofMinutes(4));
        assertThat(pods()).extracting(pod -> pod.text("spec", "nodeName")).containsOnly(node);
        assertThat(workers.until(() -> pods().stream()
                        .anyMatch(pod -> PodTemplates.ready(pod) && !node.equals(pod.text("spec", "nodeName")))))
                .isTrue();
    }
}
