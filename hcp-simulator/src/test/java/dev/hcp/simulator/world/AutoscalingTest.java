package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.faults.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pools whose size follows what runs in their cluster. A node has two processors. */
class AutoscalingTest {
    private final Workers workers = new Workers(Simulator.builder());

    @AfterEach
    void stop() {
        workers.close();
    }

    private static UnaryOperator<JsonObject> between(int minimum, int maximum) {
        return spec -> spec.without("replicas").with("autoScaling", JsonObject.of("min", minimum, "max", maximum));
    }

    private void create(int minimum, int maximum, String autoscaling) {
        workers.create(minimum, spec -> spec.with("autoscaling", Json.parse(autoscaling)), between(minimum, maximum));
    }

    private long ready(String app) {
        return workers.guest("v1", "Pod", "default").stream()
                .filter(pod -> app.equals(pod.text("metadata", "labels", "app")))
                .filter(pod -> PodTemplates.ready(pod) && !Meta.deleting(pod))
                .count();
    }

    private List<String> events(String reason) {
        return workers.guest("v1", "Event", "").stream()
                .filter(event -> reason.equals(event.text("reason")))
                .map(event -> event.text("message"))
                .distinct()
                .toList();
    }

    private long size(String pool) {
        return workers.get("MachineDeployment", pool).integer(0, "spec", "replicas");
    }

    @Test
    void pods_that_fit_nowhere_make_the_pool_grow_as_far_as_they_need() {
        create(1, 5, "{}");
        workers.deployment("web", 3, "1500m");
        assertThat(workers.until(() -> ready("web") == 3))
                .as(() -> workers.simulator().history().text())
                .isTrue();
        assertThat(size("demo")).isEqualTo(3);
        assertThat(workers.readyNodes()).isEqualTo(3);
        assertThat(events("TriggeredScaleUp"))
                .containsExactly("pod triggered scale-up: [{MachineDeployment/clusters-demo/demo 1->3 (max: 5)}]");
    }

    @Test
    void a_pool_does_not_outgrow_its_maximum_and_pods_are_told() {
        create(1, 2, "{}");
        workers.deployment("web", 4, "1500m");
        assertThat(workers.until(() -> ready("web") == 2)).isTrue();
        workers.after(Duration.ofMinutes(30));
        assertThat(size("demo")).isEqualTo(2);
        assertThat(events("NotTriggerScaleUp")).contains("pod didn't trigger scale-up: 1 max node group size reached");
    }

    @Test
    void a_pod_that_no_node_would_take_adds_none() {
        create(1, 5, "{}");
        workers.deployment("huge", 1, "16");
        workers.after(Duration.ofMinutes(30));
        assertThat(size("demo")).isEqualTo(1);
        assertThat(events("NotTriggerScaleUp")).containsExactly("pod didn't trigger scale-up: 1 Insufficient cpu");
    }

    @Test
    void all_pools_together_do_not_outgrow_the_cluster() {
        create(1, 9, "{\"maxNodesTotal\": 3}");
        workers.deployment("web", 6, "1500m");
        assertThat(workers.until(() -> ready("web") == 3)).isTrue();
        workers.after(Duration.ofMinutes(30));
        assertThat(workers.nodes()).hasSize(3);
        assertThat(events("NotTriggerScaleUp"))
                .contains("pod didn't trigger scale-up: 1 max total nodes in cluster reached");
    }

    @Test
    void pods_of_low_priority_add_no_nodes() {
        create(1, 5, "{\"podPriorityThreshold\": 100}");
        workers.deployment("web", 3, "1500m");
        workers.after(Duration.ofMinutes(30));
        assertThat(size("demo")).isEqualTo(1);
    }

    @Test
    void nodes_that_are_not_needed_any_more_go_after_ten_minutes() {
        create(1, 5, "{}");
        workers.deployment("web", 3, "1500m");
        assertThat(workers.until(() -> ready("web") == 3)).isTrue();
        workers.settle();
        workers.patchInGuest("apps/v1", "Deployment", "default", "web", "{\"spec\": {\"replicas\": 1}}");
        workers.after(Duration.ofMinutes(9));
        assertThat(workers.nodes()).hasSize(3);
        workers.after(Duration.ofMinutes(5));
        assertThat(size("demo")).isEqualTo(1);
        assertThat(workers.until(() -> workers.nodes().size() == 1)).isTrue();
        assertThat(ready("web")).isEqualTo(1);
    }

    @Test
    void annotations_of_its_machines_say_after_how_long_a_pool_gives_nodes_up() {
        create(1, 5, "{}");
        workers.patch("MachineDeployment", "demo", """
                {"metadata": {"annotations": {"cluster.x-k8s.io/autoscaling-options-scaledownunneededtime": "2m"}}}
                """);
        workers.deployment("web", 3, "1500m");
        assertThat(workers.until(() -> ready("web") == 3)).isTrue();
        workers.after(Duration.ofMinutes(11));
        workers.patchInGuest("apps/v1", "Deployment", "default", "web", "{\"spec\": {\"replicas\": 1}}");
        workers.after(Duration.ofMinutes(1));
        assertThat(size("demo")).isEqualTo(3);
        workers.after(Duration.ofMinutes(2));
        assertThat(size("demo")).isEqualTo(1);
    }

    @Test
    void pods_on_a_node_that_is_hardly_used_move_together() {
        create(1, 5, "{}");
        workers.deployment("large", 2, "1200m");
        workers.deployment("small", 2, "300m");
        assertThat(workers.until(() -> ready("large") + ready("small") == 4)).isTrue();
        workers.settle();
        workers.patchInGuest("apps/v1", "Deployment", "default", "large", "{\"spec\": {\"replicas\": 1}}");
        assertThat(workers.until(() -> workers.nodes().size() == 1)).isTrue();
        assertThat(workers.until(() -> ready("large") + ready("small") == 3)).isTrue();
        assertThat(size("demo")).isEqualTo(1);
    }

    @Test
    void a_disruption_budget_keeps_a_node_that_is_hardly_used() {
        create(1, 3, "{}");
        workers.deployment("large", 2, "1200m");
        assertThat(workers.until(() -> ready("large") == 2)).isTrue();
        workers.deployment("small", 2, "300m");
        workers.budget("small", 2);
        assertThat(workers.until(() -> ready("small") == 2)).isTrue();
        workers.patchInGuest("apps/v1", "Deployment", "default", "large", "{\"spec\": {\"replicas\": 0}}");
        workers.after(Duration.ofHours(2));
        assertThat(workers.nodes()).hasSize(2);
        workers.deleteInGuest("policy/v1", "PodDisruptionBudget", "default", "small");
        assertThat(workers.until(() -> workers.nodes().size() == 1)).isTrue();
    }

    @Test
    void pods_that_come_back_cancel_the_removal() {
        create(1, 5, "{}");
        workers.deployment("web", 2, "1500m");
        assertThat(workers.until(() -> ready("web") == 2)).isTrue();
        workers.after(Duration.ofMinutes(20));
        workers.patchInGuest("apps/v1", "Deployment", "default", "web", "{\"spec\": {\"replicas\": 1}}");
        workers.after(Duration.ofMinutes(8));
        workers.patchInGuest("apps/v1", "Deployment", "default", "web", "{\"spec\": {\"replicas\": 2}}");
        workers.after(Duration.ofMinutes(30));
        assertThat(workers.nodes()).hasSize(2);
        assertThat(ready("web")).isEqualTo(2);
    }

    @Test
    void pools_that_are_alike_grow_evenly() {
        create(1, 5, "{}");
        workers.addPool("other", 1, between(1, 5));
        assertThat(workers.until(() -> workers.readyNodes() == 2)).isTrue();
        workers.deployment("web", 6, "1500m");
        assertThat(workers.until(() -> ready("web") == 6)).isTrue();
        assertThat(size("demo")).isEqualTo(3);
        assertThat(size("other")).isEqualTo(3);
    }

    @Test
    void the_pool_that_wastes_least_grows_unless_a_user_prefers_another() {
        create(1, 5, "{}");
        workers.addPool("large", 1, spec -> between(1, 5)
                .apply(spec)
                .withAt(8, "platform", "kubevirt", "compute", "cores")
                .withAt("32Gi", "platform", "kubevirt", "compute", "memory"));
        assertThat(workers.until(() -> workers.readyNodes() == 2)).isTrue();
        workers.deployment("full", 5, "1500m");
        assertThat(workers.until(() -> ready("full") == 5)).isTrue();
        workers.settle();
        assertThat(size("demo") + size("large")).isEqualTo(2);
        workers.deployment("web", 2, "1500m");
        assertThat(workers.until(() -> ready("web") == 2)).isTrue();
        assertThat(size("demo")).isGreaterThan(1);
        assertThat(size("large")).isEqualTo(1);

        workers.createInGuest("""
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "cluster-autoscaler-priority-expander", "namespace": "kube-system"},
                 "data": {"priorities": "10:\\n  - .*/demo\\n50:\\n  - .*/large\\n"}}
                """);
        workers.deployment("more", 3, "1500m");
        assertThat(workers.until(() -> ready("more") == 3)).isTrue();
        assertThat(size("large")).isEqualTo(2);
    }

    @Test
    void machines_that_never_become_nodes_are_taken_back() {
        create(1, 3, "{\"maxNodeProvisionTime\": \"12m\"}");
        workers.simulator().inject(new Fault.IgnitionUnreachable(Workers.NAMESPACE));
        workers.deployment("web", 2, "1500m");
        assertThat(workers.until(() -> size("demo") == 2)).isTrue();
        workers.after(Duration.ofMinutes(11));
        assertThat(size("demo")).isEqualTo(2);
        assertThat(workers.until(() -> size("demo") == 1)).isTrue();
        workers.after(Duration.ofMinutes(3));
        assertThat(size("demo")).isEqualTo(1);
    }

    /** Another deployment of machines like the pool's, without any, of which annotations say more. */
    private void machinesFromNone(String annotations) {
        machinesFromNone(
                annotations,
                workers.get("MachineDeployment", "demo").object("spec", "template", "spec", "infrastructureRef"));
    }

    private void machinesFromNone(String annotations, JsonObject template) {
        JsonObject pool = workers.get("MachineDeployment", "demo");
        JsonObject described = Json.parseObject(("{'cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size': '0',"
                        + " 'cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size': '3'" + annotations + "}")
                .replace('\'', '"'));
        JsonObject spare = JsonObject.of(
                "apiVersion",
                pool.text("apiVersion"),
                "kind",
                "MachineDeployment",
                "metadata",
                JsonObject.of("name", "spare", "namespace", Workers.NAMESPACE, "annotations", described),
                "spec",
                pool.object("spec").with("replicas", 0).withAt(template, "template", "spec", "infrastructureRef"));
        workers.simulator().objects().create(workers.type("MachineDeployment"), spare, "test");
    }

    private static final String AS_LARGE = ", 'capacity.cluster-autoscaler.kubernetes.io/cpu': '2',"
            + " 'capacity.cluster-autoscaler.kubernetes.io/memory': '8Gi'";

    @Test
    void machines_that_are_described_are_made_from_none_and_go_again() {
        create(1, 1, "{}");
        machinesFromNone(AS_LARGE);
        workers.deployment("web", 3, "1500m");
        assertThat(workers.until(() -> ready("web") == 3)).isTrue();
        assertThat(size("spare")).isEqualTo(2);
        assertThat(events("TriggeredScaleUp"))
                .containsExactly("pod triggered scale-up: [{MachineDeployment/clusters-demo/spare 0->2 (max: 3)}]");

        workers.deleteInGuest("apps/v1", "Deployment", "default", "web");
        assertThat(workers.until(() -> size("spare") == 0)).isTrue();
        assertThat(workers.until(() -> workers.nodes().size() == 1)).isTrue();
    }

    @Test
    void nobody_makes_machines_from_none_that_are_not_described() {
        create(1, 1, "{}");
        machinesFromNone(", 'capacity.cluster-autoscaler.kubernetes.io/cpu': '2'");
        workers.deployment("web", 2, "1500m");
        workers.after(Duration.ofMinutes(5));
        assertThat(size("spare")).isZero();
        assertThat(events("NotTriggerScaleUp"))
                .containsExactly("pod didn't trigger scale-up: 1 max node group size reached");
    }

    @Test
    void labels_and_taints_that_are_described_decide_who_gets_machines_from_none() {
        create(1, 1, "{}");
        machinesFromNone(AS_LARGE + ", 'capacity.cluster-autoscaler.kubernetes.io/labels': 'tier=gold',"
                + " 'capacity.cluster-autoscaler.kubernetes.io/taints': 'dedicated=gold:NoSchedule'");
        workers.deployment("web", 2, "1500m");
        workers.after(Duration.ofMinutes(5));
        assertThat(size("spare")).isZero();
        assertThat(events("NotTriggerScaleUp")).anyMatch(message -> message.contains("untolerated taint"));
        workers.patchInGuest("apps/v1", "Deployment", "default", "web", """
                {"spec": {"template": {"spec": {"nodeSelector": {"tier": "gold"},
                  "tolerations": [{"key": "dedicated", "operator": "Exists"}]}}}}
                """);
        assertThat(workers.until(() -> size("spare") > 0)).isTrue();
    }

    @Test
    void a_template_may_describe_its_machines() {
        create(1, 1, "{}");
        String apiVersion = "infrastructure.cluster.x-k8s.io/v1beta2";
        Objects objects = workers.simulator().objects();
        objects.create(objects.resource(apiVersion, "AWSMachineTemplate"), Json.parseObject("""
                {"apiVersion": "infrastructure.cluster.x-k8s.io/v1beta2", "kind": "AWSMachineTemplate",
                 "metadata": {"name": "described", "namespace": "clusters-demo"},
                 "spec": {"template": {"spec": {"instanceType": "m5.large"}}},
                 "status": {"capacity": {"cpu": "2", "memory": "8Gi"}}}
                """), "test");
        machinesFromNone(
                "", JsonObject.of("apiVersion", apiVersion, "kind", "AWSMachineTemplate", "name", "described"));
        workers.deployment("web", 2, "1500m");
        assertThat(workers.until(() -> size("spare") == 1)).isTrue();
    }

    @Test
    void a_cluster_without_autoscaling_pools_keeps_its_size() {
        workers.create(1, spec -> spec);
        workers.deployment("web", 3, "1500m");
        workers.after(Duration.ofMinutes(30));
        assertThat(workers.nodes()).hasSize(1);
        assertThat(workers.get("Deployment", "cluster-autoscaler").integer(9, "spec", "replicas"))
                .isZero();
    }
}
