package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a machine waits for before it goes. */
class DrainTest {
    private final Workers workers = new Workers(Simulator.builder());

    @AfterEach
    void stop() {
        workers.close();
    }

    private void create(String... settings) {
        workers.create(2, spec -> {
            JsonObject edited = spec;
            for (int i = 0; i < settings.length; i += 2) {
                edited = edited.with(settings[i], settings[i + 1]);
            }
            return edited;
        });
    }

    /** Pods on both nodes that may not be fewer, so that none of the nodes can be drained. */
    private void protectedPods() {
        workers.deployment("web", 2, "1500m");
        workers.budget("web", 2);
        assertThat(workers.until(() -> workers.guest("v1", "Pod", "default").stream()
                                .filter(PodTemplates::ready)
                                .count()
                        == 2))
                .isTrue();
        workers.settle();
    }

    private String deleteMachine() {
        String name = Meta.name(workers.machines().get(0));
        workers.delete("Machine", name);
        return name;
    }

    private boolean gone(String machine) {
        return workers.machines().stream().map(Meta::name).noneMatch(machine::equals);
    }

    private String condition(String machine, String type) {
        JsonObject condition = CapiConditions.find(workers.get("Machine", machine), type);
        return condition.text("status") + " " + condition.text("reason");
    }

    private List<String> events(String machine) {
        return workers.list("Event").stream()
                .filter(event -> machine.equals(event.text("involvedObject", "name")))
                .map(event -> event.text("reason"))
                .toList();
    }

    @Test
    void pods_leave_the_node_and_the_machine_says_so() {
        create();
        workers.deployment("web", 1, "500m");
        assertThat(workers.until(
                        () -> workers.guest("v1", "Pod", "default").stream().anyMatch(PodTemplates::ready)))
                .isTrue();
        String node =
                String.valueOf(workers.guest("v1", "Pod", "default").get(0).text("spec", "nodeName"));
        workers.delete("Machine", node);
        assertThat(workers.until(() -> workers.node(node).isTrue("spec", "unschedulable")))
                .isTrue();
        assertThat(condition(node, "DrainingSucceeded")).isEqualTo("False Draining");
        assertThat(workers.get("Machine", node).text("status", "phase")).isEqualTo("Deleting");
        assertThat(workers.until(() -> gone(node))).isTrue();
        assertThat(events(node)).contains("SuccessfulDrainNode", "NodeVolumesDetached");
        assertThat(workers.nodes()).extracting(Meta::name).doesNotContain(node);
        assertThat(workers.guest("v1", "Pod", "default"))
                .extracting(pod -> pod.text("spec", "nodeName"))
                .doesNotContain(node);
    }

    @Test
    void a_disruption_budget_holds_a_drain_up_for_ever() {
        create();
        protectedPods();
        String machine = deleteMachine();
        workers.after(Duration.ofHours(3));
        assertThat(condition(machine, "DrainingSucceeded")).isEqualTo("False Draining");
        workers.deleteInGuest("policy/v1", "PodDisruptionBudget", "default", "web");
        assertThat(workers.until(() -> gone(machine))).isTrue();
    }

    @Test
    void a_drain_is_given_up_when_its_time_is_over() {
        create("nodeDrainTimeout", "5m");
        protectedPods();
        String machine = deleteMachine();
        workers.after(Duration.ofSeconds(290));
        assertThat(gone(machine)).isFalse();
        workers.after(Duration.ofSeconds(60));
        assertThat(gone(machine)).isTrue();
    }

    @Test
    void a_time_limit_that_comes_later_reaches_a_drain_that_hangs() {
        create();
        protectedPods();
        String machine = deleteMachine();
        workers.after(Duration.ofMinutes(30));
        assertThat(gone(machine)).isFalse();
        workers.patch("Machine", machine, "{\"spec\": {\"nodeDrainTimeout\": \"10m\"}}");
        workers.after(Duration.ofMinutes(1));
        assertThat(gone(machine)).isTrue();
    }

    @Test
    void an_annotation_spares_the_drain() {
        create();
        protectedPods();
        String machine = Meta.name(workers.machines().get(0));
        workers.patch(
                "Machine",
                machine,
                "{\"metadata\": {\"annotations\": {\"machine.cluster.x-k8s.io/exclude-node-draining\": \"\"}}}");
        workers.delete("Machine", machine);
        workers.after(Duration.ofMinutes(1));
        assertThat(gone(machine)).isTrue();
    }

    private void attachVolume(String node) {
        workers.patchNodeStatus(
                node,
                "{\"status\": {\"volumesAttached\": [{\"name\": \"kubernetes.io/csi/pvc-1\", \"devicePath\": \"\"}]}}");
    }

    @Test
    void a_volume_that_is_attached_keeps_the_machine_until_it_is_detached() {
        create();
        String machine = Meta.name(workers.machines().get(0));
        attachVolume(machine);
        workers.delete("Machine", machine);
        workers.after(Duration.ofHours(1));
        assertThat(condition(machine, "DrainingSucceeded")).isEqualTo("True null");
        assertThat(condition(machine, "VolumeDetachSucceeded")).isEqualTo("False WaitingForVolumeDetach");
        workers.patchNodeStatus(machine, "{\"status\": {\"volumesAttached\": null}}");
        workers.after(Duration.ofMinutes(1));
        assertThat(gone(machine)).isTrue();
    }

    @Test
    void the_wait_for_volumes_has_its_own_limit_and_its_own_annotation() {
        create("nodeVolumeDetachTimeout", "5m");
        String limited = Meta.name(workers.machines().get(0));
        String spared = Meta.name(workers.machines().get(1));
        attachVolume(limited);
        attachVolume(spared);
        workers.patch(
                "Machine",
                spared,
                "{\"metadata\": {\"annotations\": {"
                        + "\"machine.cluster.x-k8s.io/exclude-wait-for-node-volume-detach\": \"\"}}}");
        workers.delete("Machine", limited);
        workers.delete("Machine", spared);
        workers.after(Duration.ofMinutes(2));
        assertThat(gone(spared)).isTrue();
        assertThat(gone(limited)).isFalse();
        workers.after(Duration.ofMinutes(5));
        assertThat(gone(limited)).isTrue();
    }

    @Test
    void hooks_hold_a_machine_before_its_drain_and_before_its_end() {
        create();
        String machine = Meta.name(workers.machines().get(0));
        String drain = "pre-drain.delete.hook.machine.cluster.x-k8s.io/backup";
        String terminate = "pre-terminate.delete.hook.machine.cluster.x-k8s.io/backup";
        workers.patch(
                "Machine",
                machine,
                "{\"metadata\": {\"annotations\": {\"" + drain + "\": \"\", \"" + terminate + "\": \"\"}}}");
        workers.delete("Machine", machine);
        workers.after(Duration.ofMinutes(5));
        assertThat(condition(machine, "PreDrainDeleteHookSucceeded")).isEqualTo("False WaitingExternalHook");
        assertThat(workers.node(machine).isTrue("spec", "unschedulable")).isFalse();
        workers.patch("Machine", machine, "{\"metadata\": {\"annotations\": {\"" + drain + "\": null}}}");
        workers.after(Duration.ofMinutes(5));
        assertThat(condition(machine, "PreDrainDeleteHookSucceeded")).isEqualTo("True null");
        assertThat(condition(machine, "DrainingSucceeded")).isEqualTo("True null");
        assertThat(condition(machine, "PreTerminateDeleteHookSucceeded")).isEqualTo("False WaitingExternalHook");
        assertThat(workers.list("VirtualMachine")).extracting(Meta::name).contains(machine);
        workers.patch("Machine", machine, "{\"metadata\": {\"annotations\": {\"" + terminate + "\": null}}}");
        workers.after(Duration.ofMinutes(1));
        assertThat(gone(machine)).isTrue();
    }

    @Test
    void a_node_is_not_drained_while_the_hosted_api_server_is_away() {
        create();
        InjectedFault fault = workers.simulator()
                .inject(new Fault.ContainersFail(
                        Workers.NAMESPACE, "kube-apiserver", Fault.ContainerFailure.CRASH, ""));
        workers.after(Duration.ofMinutes(1));
        String machine = deleteMachine();
        workers.after(Duration.ofMinutes(10));
        assertThat(condition(machine, "DrainingSucceeded")).isEqualTo("False DrainingFailed");
        assertThat(events(machine)).contains("FailedDrainNode");
        fault.mend();
        assertThat(workers.until(() -> gone(machine))).isTrue();
        assertThat(workers.nodes()).extracting(Meta::name).doesNotContain(machine);
    }

    @Test
    void pods_of_a_node_that_does_not_answer_are_given_up_after_a_while() {
        create();
        workers.deployment("web", 1, "500m");
        assertThat(workers.until(
                        () -> workers.guest("v1", "Pod", "default").stream().anyMatch(PodTemplates::ready)))
                .isTrue();
        String node =
                String.valueOf(workers.guest("v1", "Pod", "default").get(0).text("spec", "nodeName"));
        workers.patch("VirtualMachine", node, "{\"spec\": {\"runStrategy\": \"Halted\"}}");
        assertThat(workers.until(() -> "Unknown"
                        .equals(Cluster.condition(workers.node(node), "Ready").text("status"))))
                .isTrue();
        workers.delete("Machine", node);
        workers.after(Duration.ofMinutes(4));
        assertThat(gone(node)).isFalse();
        workers.after(Duration.ofMinutes(3));
        assertThat(gone(node)).isTrue();
    }
}
