package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pool whose nodes keep their machines when they get another release or configuration. */
class InPlaceUpgradeTest {
    private static final String IN_PROGRESS = "hypershift.openshift.io/nodePoolUpgradeInProgressTrue";
    private static final String STOPPED = "hypershift.openshift.io/nodePoolUpgradeInProgressFalse";

    private final Workers workers = new Workers(Simulator.builder());

    @AfterEach
    void stop() {
        workers.close();
    }

    private void create(int replicas, String inPlace) {
        workers.create(
                replicas,
                spec -> spec.with(
                        "management",
                        Json.parse("{\"upgradeType\": \"InPlace\", \"autoRepair\": false, \"inPlace\": " + inPlace
                                + "}")));
    }

    private List<String> kubelets() {
        return workers.nodes().stream()
                .map(node -> node.text("status", "nodeInfo", "kubeletVersion"))
                .toList();
    }

    private boolean upgraded(String version) {
        return version.equals(workers.pool().text("status", "version"));
    }

    private long unavailable() {
        return workers.nodes().stream()
                .filter(node -> node.isTrue("spec", "unschedulable")
                        || !"True".equals(Cluster.condition(node, "Ready").text("status")))
                .count();
    }

    private List<JsonObject> daemons() {
        return workers.guest("v1", "Pod", "demo-upgrade").stream()
                .filter(pod -> !Meta.deleting(pod))
                .toList();
    }

    private String setAnnotation(String name) {
        return String.valueOf(workers.get("MachineSet", "demo").text("metadata", "annotations", name));
    }

    @Test
    void nodes_are_upgraded_one_after_the_other_and_keep_their_machines() {
        create(3, "{\"maxUnavailable\": 1}");
        List<String> machines = workers.machines().stream().map(Meta::uid).toList();
        List<String> progress = new ArrayList<>();
        TreeSet<String> drained = new TreeSet<>();
        workers.upgradePool("4.17.5");
        assertThat(workers.until(() -> {
                    assertThat(unavailable()).isLessThanOrEqualTo(1);
                    assertThat(daemons().size()).isLessThanOrEqualTo(1);
                    workers.nodes().stream()
                            .filter(node -> node.isTrue("spec", "unschedulable"))
                            .map(Meta::name)
                            .forEach(drained::add);
                    String text = setAnnotation(IN_PROGRESS);
                    if (!text.equals("null") && !progress.contains(text)) {
                        progress.add(text);
                    }
                    return upgraded("4.17.5");
                }))
                .as(() -> workers.simulator().history().text())
                .isTrue();
        assertThat(kubelets()).containsOnly("v1.30.5").hasSize(3);
        assertThat(drained).hasSize(3);
        assertThat(progress)
                .hasSize(3)
                .allSatisfy(
                        text -> assertThat(text)
                                .matches(
                                        "Nodepool update in progress. Target Config version: [0-9a-f]{8}. Total Nodes: 3. Upgraded: [012]"));
        assertThat(workers.machines()).extracting(Meta::uid).containsExactlyElementsOf(machines);
        workers.settle();
        assertThat(setAnnotation(IN_PROGRESS)).isEqualTo("null");
        assertThat(Workers.condition(workers.pool(), "UpdatingVersion")).isEqualTo("False AsExpected");
        assertThat(workers.guest("v1", "Namespace", "")).extracting(Meta::name).doesNotContain("demo-upgrade");
        assertThat(workers.nodes()).allSatisfy(node -> {
            JsonObject annotations = node.object("metadata", "annotations");
            assertThat(annotations.text("machineconfiguration.openshift.io/state"))
                    .isEqualTo("Done");
            assertThat(annotations.text("machineconfiguration.openshift.io/currentConfig"))
                    .isEqualTo(annotations.text("machineconfiguration.openshift.io/desiredConfig"))
                    .isEqualTo(setAnnotation("hypershift.openshift.io/nodePoolCurrentConfigVersion"));
            assertThat(node.isTrue("spec", "unschedulable")).isFalse();
        });
    }

    @Test
    void several_nodes_are_upgraded_together_where_the_pool_allows_it() {
        create(4, "{\"maxUnavailable\": \"50%\"}");
        List<Long> seen = new ArrayList<>();
        workers.upgradePool("4.17.5");
        assertThat(workers.until(() -> {
                    seen.add(unavailable());
                    return upgraded("4.17.5");
                }))
                .isTrue();
        assertThat(seen).contains(2L).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(2));
    }

    @Test
    void another_configuration_is_rolled_out_in_place_too() {
        create(2, "{}");
        List<String> machines = workers.machines().stream().map(Meta::uid).toList();
        workers.configMap("tuned-kernel", "config", """
                apiVersion: machineconfiguration.openshift.io/v1
                kind: MachineConfig
                metadata:
                  name: 99-kernel
                spec:
                  kernelArguments: [nosmt]
                """);
        workers.patchPool("{\"spec\": {\"config\": [{\"name\": \"tuned-kernel\"}]}}");
        assertThat(workers.until(() ->
                        Workers.condition(workers.pool(), "UpdatingConfig").equals("True AsExpected")))
                .isTrue();
        assertThat(workers.until(() -> setAnnotation(IN_PROGRESS).contains("Upgraded: 1")))
                .isTrue();
        assertThat(workers.until(() ->
                        Workers.condition(workers.pool(), "UpdatingConfig").equals("False AsExpected")))
                .isTrue();
        assertThat(workers.machines()).extracting(Meta::uid).containsExactlyElementsOf(machines);
        assertThat(workers.nodes()).allSatisfy(node -> assertThat(
                        node.text("metadata", "annotations", "machineconfiguration.openshift.io/state"))
                .isEqualTo("Done"));
    }

    @Test
    void pods_leave_a_node_before_it_reboots_as_their_budget_allows() {
        create(2, "{}");
        workers.deployment("web", 2, "100m");
        workers.budget("web", 1);
        assertThat(workers.until(() -> readyPods() == 2)).isTrue();
        workers.upgradePool("4.17.5");
        assertThat(workers.until(() -> {
                    assertThat(readyPods()).isGreaterThanOrEqualTo(1);
                    workers.nodes().stream()
                            .filter(node -> "Unknown"
                                    .equals(Cluster.condition(node, "Ready").text("status")))
                            .forEach(node -> assertThat(workers.guest("v1", "Pod", "default"))
                                    .noneMatch(pod -> Meta.name(node).equals(pod.text("spec", "nodeName"))));
                    return upgraded("4.17.5");
                }))
                .isTrue();
    }

    private long readyPods() {
        return workers.guest("v1", "Pod", "default").stream()
                .filter(pod -> PodTemplates.ready(pod) && !Meta.deleting(pod))
                .count();
    }

    @Test
    void a_budget_that_spares_nothing_holds_the_upgrade_up() {
        create(2, "{}");
        workers.deployment("web", 2, "100m");
        workers.budget("web", 2);
        assertThat(workers.until(() -> readyPods() == 2)).isTrue();
        workers.upgradePool("4.17.5");
        workers.after(Duration.ofHours(1));
        assertThat(kubelets()).containsOnly("v1.30.0");
        assertThat(unavailable()).isEqualTo(1);
        workers.deleteInGuest("policy/v1", "PodDisruptionBudget", "default", "web");
        assertThat(workers.until(() -> upgraded("4.17.5"))).isTrue();
    }

    @Test
    void a_node_that_fails_stops_the_upgrade_and_the_pool_says_so_until_it_is_mended() {
        create(2, "{}");
        InjectedFault fault = workers.simulator()
                .inject(new Fault.NodeUpgradeFails(Workers.NAMESPACE, "", "unexpected on-disk state"));
        workers.upgradePool("4.17.5");
        assertThat(workers.until(() ->
                        Workers.condition(workers.pool(), "UpdatingVersion").equals("False InplaceUpgradeFailed")))
                .as(() -> workers.simulator().history().text())
                .isTrue();
        assertThat(setAnnotation(STOPPED)).matches("Node demo-\\S+ in nodepool degraded: unexpected on-disk state");
        long before = workers.simulator().objects().revision();
        workers.after(Duration.ofHours(1));
        assertThat(workers.simulator().objects().revision() - before).isLessThan(200);
        assertThat(daemons()).hasSize(1);
        assertThat(workers.readyNodes()).isEqualTo(2);

        fault.mend();
        assertThat(workers.until(() -> upgraded("4.17.5"))).isTrue();
        assertThat(setAnnotation(STOPPED)).isEqualTo("null");
        assertThat(kubelets()).containsOnly("v1.30.5");
    }

    @Test
    void a_node_that_joins_during_an_upgrade_is_upgraded_as_well() {
        create(2, "{}");
        workers.upgradePool("4.17.5");
        assertThat(workers.until(() -> !daemons().isEmpty())).isTrue();
        workers.patchPool("{\"spec\": {\"replicas\": 3}}");
        assertThat(workers.until(() -> upgraded("4.17.5") && workers.readyNodes() == 3))
                .isTrue();
        assertThat(kubelets()).containsOnly("v1.30.5").hasSize(3);
    }
}
