package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.faults.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DaemonSets and Jobs, in a cluster of three nodes. */
class DaemonsAndJobsTest {
    private final Simulator simulator = Simulator.builder()
            .nodes(3)
            .timings(Timings.typical().withJitter(0))
            .start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void create(String json) {
        JsonObject object = Json.parseObject(json);
        simulator
                .objects()
                .create(
                        simulator
                                .objects()
                                .resource(
                                        String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind"))),
                        object,
                        "test");
    }

    private void patch(String apiVersion, String kind, String namespace, String name, String json) {
        simulator
                .objects()
                .mergePatch(
                        simulator.objects().resource(apiVersion, kind),
                        namespace,
                        name,
                        null,
                        Json.parseObject(json),
                        "test");
    }

    private void daemons(String strategy, String podSpec) {
        create("""
                {"apiVersion": "apps/v1", "kind": "DaemonSet", "metadata": {"name": "agent", "namespace": "default"},
                 "spec": {"selector": {"matchLabels": {"app": "agent"}}, "updateStrategy": %s,
                   "template": {"metadata": {"labels": {"app": "agent"}},
                     "spec": {"containers": [{"name": "main", "image": "app"}]%s}}}}
                """.formatted(strategy, podSpec));
    }

    private void job(String spec, String restartPolicy) {
        create("""
                {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "task", "namespace": "default"},
                 "spec": {%s "template": {"spec": {"restartPolicy": "%s",
                     "containers": [{"name": "main", "image": "app"}]}}}}
                """.formatted(spec, restartPolicy));
    }

    private JsonObject get(String apiVersion, String kind, String name) {
        return simulator
                .objects()
                .get(simulator.objects().resource(apiVersion, kind), "default", name)
                .orElseThrow();
    }

    private JsonObject daemonSet() {
        return get("apps/v1", "DaemonSet", "agent");
    }

    private JsonObject job() {
        return get("batch/v1", "Job", "task");
    }

    private List<JsonObject> pods() {
        return simulator.objects().list(simulator.objects().resource("v1", "Pod"), "default");
    }

    private List<String> nodes() {
        return pods().stream()
                .map(pod -> String.valueOf(pod.text("spec", "nodeName")))
                .sorted()
                .toList();
    }

    private void settle() {
        assertThat(simulator.runUntilQuiet(Duration.ofHours(1))).isTrue();
    }

    private static final String ROLLING = "{\"type\": \"RollingUpdate\"}";

    @Test
    void each_node_gets_a_pod_also_one_that_is_cordoned() {
        patch("v1", "Node", "", "management-1", "{\"spec\": {\"unschedulable\": true}}");
        daemons(ROLLING, "");
        settle();
        assertThat(nodes()).containsExactly("management-0", "management-1", "management-2");
        assertThat(daemonSet().object("status")).isEqualTo(Json.parseObject("""
                        {"currentNumberScheduled": 3, "desiredNumberScheduled": 3, "numberAvailable": 3,
                         "numberMisscheduled": 0, "numberReady": 3, "observedGeneration": 1,
                         "updatedNumberScheduled": 3}
                        """));
    }

    @Test
    void selectors_and_taints_say_which_nodes_a_set_is_for() {
        patch("v1", "Node", "", "management-0", "{\"metadata\": {\"labels\": {\"tier\": \"gold\"}}}");
        patch(
                "v1",
                "Node",
                "",
                "management-1",
                "{\"metadata\": {\"labels\": {\"tier\": \"gold\"}},"
                        + "\"spec\": {\"taints\": [{\"key\": \"mine\", \"effect\": \"NoSchedule\"}]}}");
        daemons(ROLLING, ", \"nodeSelector\": {\"tier\": \"gold\"}");
        settle();
        assertThat(nodes()).containsExactly("management-0");

        patch("v1", "Node", "", "management-1", "{\"spec\": {\"taints\": null}}");
        patch("v1", "Node", "", "management-0", "{\"metadata\": {\"labels\": {\"tier\": null}}}");
        settle();
        assertThat(nodes()).containsExactly("management-1");
    }

    @Test
    void a_taint_that_comes_later_leaves_pods_where_they_are_unless_it_drives_them_out() {
        daemons(ROLLING, "");
        settle();
        patch(
                "v1",
                "Node",
                "",
                "management-0",
                "{\"spec\": {\"taints\": [{\"key\": \"x\", \"effect\": \"NoSchedule\"}]}}");
        settle();
        assertThat(nodes()).hasSize(3);
        assertThat(daemonSet().integer(0, "status", "numberMisscheduled")).isOne();
        patch(
                "v1",
                "Node",
                "",
                "management-0",
                "{\"spec\": {\"taints\": [{\"key\": \"x\", \"effect\": \"NoExecute\"}]}}");
        settle();
        assertThat(nodes()).containsExactly("management-1", "management-2");
    }

    private void update() {
        patch("apps/v1", "DaemonSet", "default", "agent", """
                {"spec": {"template": {"metadata": {"annotations": {"round": "two"}}}}}
                """);
    }

    private long updated() {
        return pods().stream()
                .filter(pod -> "two".equals(pod.text("metadata", "annotations", "round")))
                .count();
    }

    private long ready() {
        return pods().stream()
                .filter(pod -> PodTemplates.ready(pod) && !Meta.deleting(pod))
                .count();
    }

    @Test
    void an_update_takes_one_node_after_the_other() {
        daemons(ROLLING, "");
        settle();
        update();
        long[] fewest = {3};
        assertThat(simulator.runUntil(
                        () -> {
                            fewest[0] = Math.min(fewest[0], ready());
                            return updated() == 3 && ready() == 3;
                        },
                        Duration.ofMinutes(10)))
                .isTrue();
        assertThat(fewest[0]).isEqualTo(2);
    }

    @Test
    void with_a_surge_every_node_has_one_that_serves_throughout() {
        daemons("{\"type\": \"RollingUpdate\", \"rollingUpdate\": {\"maxSurge\": 1, \"maxUnavailable\": 0}}", "");
        settle();
        update();
        assertThat(simulator.runUntil(
                        () -> {
                            assertThat(ready()).isGreaterThanOrEqualTo(3);
                            assertThat(pods().size()).isLessThanOrEqualTo(5);
                            return updated() == 3 && pods().size() == 3;
                        },
                        Duration.ofMinutes(10)))
                .isTrue();
    }

    @Test
    void on_delete_a_pod_is_updated_when_somebody_deletes_it() {
        daemons("{\"type\": \"OnDelete\"}", "");
        settle();
        update();
        settle();
        assertThat(updated()).isZero();
        simulator
                .objects()
                .delete(
                        simulator.objects().resource("v1", "Pod"),
                        "default",
                        Meta.name(pods().get(0)),
                        Objects.Deletion.BACKGROUND);
        settle();
        assertThat(updated()).isOne();
    }

    private String condition(String type) {
        JsonObject condition = Cluster.condition(job(), type);
        return condition.text("status") + " " + condition.text("reason");
    }

    @Test
    void a_job_runs_as_many_pods_at_once_as_it_may_until_enough_have_succeeded() {
        job("\"completions\": 5, \"parallelism\": 2,", "Never");
        long[] most = {0};
        assertThat(simulator.runUntil(
                        () -> {
                            most[0] = Math.max(most[0], job().integer(0, "status", "active"));
                            return condition("Complete").startsWith("True");
                        },
                        Duration.ofMinutes(10)))
                .isTrue();
        assertThat(most[0]).isEqualTo(2);
        JsonObject status = job().object("status");
        assertThat(status.integer(0, "succeeded")).isEqualTo(5);
        assertThat(status.get("active")).isNull();
        assertThat(status.text("completionTime")).isNotNull();
        assertThat(pods()).hasSize(5).allSatisfy(pod -> {
            assertThat(pod.text("status", "phase")).isEqualTo("Succeeded");
            assertThat(pod.array("status", "containerStatuses").object(0).integer(9, "state", "terminated", "exitCode"))
                    .isZero();
        });
    }

    @Test
    void the_pods_of_an_indexed_job_each_have_their_number() {
        job("\"completions\": 4, \"parallelism\": 4, \"completionMode\": \"Indexed\",", "Never");
        settle();
        assertThat(job().text("status", "completedIndexes")).isEqualTo("0-3");
        assertThat(pods().stream()
                        .map(pod -> JobProgress.index(pod).orElseThrow())
                        .sorted())
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void a_job_whose_pods_fail_pauses_longer_each_time_and_gives_up() {
        simulator.inject(new Fault.ContainersFail("default", "task-", Fault.ContainerFailure.CRASH, ""));
        job("\"backoffLimit\": 2,", "Never");
        settle();
        assertThat(condition("Failed")).isEqualTo("True BackoffLimitExceeded");
        assertThat(job().integer(0, "status", "failed")).isEqualTo(3);
        assertThat(pods()).hasSize(3).allMatch(pod -> "Failed".equals(pod.text("status", "phase")));
    }

    @Test
    void a_pod_that_somebody_deletes_counts_as_failed_and_is_made_again() {
        job("", "Never");
        assertThat(simulator.runUntil(() -> ready() == 1, Duration.ofMinutes(2)))
                .isTrue();
        simulator
                .objects()
                .delete(
                        simulator.objects().resource("v1", "Pod"),
                        "default",
                        Meta.name(pods().get(0)),
                        new Objects.Deletion("Background", 0L, null, null));
        settle();
        assertThat(condition("Complete")).startsWith("True");
        assertThat(job().integer(0, "status", "failed")).isOne();
        assertThat(job().integer(0, "status", "succeeded")).isOne();
    }

    @Test
    void a_job_that_takes_too_long_fails() {
        job("\"activeDeadlineSeconds\": 20,", "OnFailure");
        settle();
        assertThat(condition("Failed")).isEqualTo("True DeadlineExceeded");
        assertThat(pods()).isEmpty();
        assertThat(job().at("status", "failed")).isNull();
    }

    @Test
    void a_suspended_job_has_no_pods_until_it_goes_on() {
        job("\"suspend\": true,", "Never");
        settle();
        assertThat(pods()).isEmpty();
        assertThat(condition("Suspended")).isEqualTo("True JobSuspended");
        patch("batch/v1", "Job", "default", "task", "{\"spec\": {\"suspend\": false}}");
        settle();
        assertThat(condition("Suspended")).isEqualTo("False JobResumed");
        assertThat(condition("Complete")).startsWith("True");
    }

    @Test
    void a_job_that_says_so_goes_some_time_after_it_is_over() {
        job("\"ttlSecondsAfterFinished\": 60,", "Never");
        assertThat(simulator.runUntil(() -> condition("Complete").startsWith("True"), Duration.ofMinutes(5)))
                .isTrue();
        simulator.advance(Duration.ofSeconds(50));
        assertThat(pods()).hasSize(1);
        simulator.advance(Duration.ofSeconds(30));
        assertThat(pods()).isEmpty();
    }
}
