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

/** A pool that is repaired by itself. */
class HealthCheckTest {
    private final Workers workers = new Workers(Simulator.builder());

    @AfterEach
    void stop() {
        workers.close();
    }

    private void create(int replicas) {
        workers.create(replicas, spec -> spec.withAt(true, "management", "autoRepair"));
    }

    private List<String> names() {
        return workers.machines().stream().map(Meta::name).toList();
    }

    private InjectedFault breaks(String machine) {
        return workers.simulator()
                .inject(new Fault.MachineNotReady(
                        Workers.NAMESPACE, machine, "KubeletNotReady", "PLEG is not healthy"));
    }

    private JsonObject check() {
        return workers.get("MachineHealthCheck", "demo");
    }

    @Test
    void a_node_that_is_not_ready_for_eight_minutes_is_replaced() {
        create(3);
        assertThat(Workers.condition(workers.pool(), "AutorepairEnabled")).isEqualTo("True AsExpected");
        String victim = names().get(0);
        breaks(victim);
        workers.after(Duration.ofMinutes(7).plusSeconds(30));
        assertThat(names()).contains(victim);
        assertThat(check().integer(0, "status", "currentHealthy")).isEqualTo(2);
        assertThat(workers.until(() -> Meta.deleting(workers.get("Machine", victim))))
                .isTrue();
        JsonObject machine = workers.get("Machine", victim);
        assertThat(CapiConditions.find(machine, "HealthCheckSucceeded").text("reason"))
                .isEqualTo("UnhealthyNode");
        assertThat(CapiConditions.find(machine, "HealthCheckSucceeded").text("message"))
                .isEqualTo("Condition Ready on node is reporting status False for more than 8m0s");
        assertThat(workers.until(() -> workers.readyNodes() == 3 && !names().contains(victim)))
                .isTrue();
        workers.settle();
        assertThat(check().integer(0, "status", "currentHealthy")).isEqualTo(3);
    }

    @Test
    void a_node_that_recovers_in_time_keeps_its_machine() {
        create(2);
        List<String> before = names();
        InjectedFault fault = breaks(before.get(0));
        workers.after(Duration.ofMinutes(6));
        fault.mend();
        workers.after(Duration.ofMinutes(30));
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void when_too_many_are_unhealthy_none_is_replaced_until_fewer_are() {
        create(4);
        List<String> before = names();
        InjectedFault first = breaks(before.get(0));
        breaks(before.get(1));
        breaks(before.get(2));
        workers.after(Duration.ofHours(1));
        assertThat(names()).isEqualTo(before);
        JsonObject allowed = CapiConditions.find(check(), "RemediationAllowed");
        assertThat(allowed.text("status") + " " + allowed.text("reason")).isEqualTo("False TooManyUnhealthy");
        assertThat(allowed.text("message"))
                .isEqualTo("Remediation is not allowed, the number of not started or unhealthy machines exceeds"
                        + " maxUnhealthy (total: 4, unhealthy: 3, maxUnhealthy: 2)");
        assertThat(check().integer(9, "status", "remediationsAllowed")).isZero();

        first.mend();
        assertThat(workers.until(
                        () -> names().stream().noneMatch(before.subList(1, 3)::contains) && workers.readyNodes() == 4))
                .isTrue();
        assertThat(names()).contains(before.get(0), before.get(3));
    }

    @Test
    void a_machine_whose_node_never_joins_is_replaced_after_twenty_minutes() {
        create(1);
        workers.simulator().inject(new Fault.IgnitionUnreachable(Workers.NAMESPACE));
        workers.patchPool("{\"spec\": {\"replicas\": 2}}");
        assertThat(workers.until(() -> names().size() == 2)).isTrue();
        String late = workers.machines().stream()
                .filter(machine -> machine.at("status", "nodeRef") == null)
                .map(Meta::name)
                .findFirst()
                .orElseThrow();
        workers.after(Duration.ofMinutes(19));
        assertThat(names()).contains(late);
        assertThat(workers.until(() -> !names().contains(late))).isTrue();
        assertThat(workers.guest("v1", "Node", "")).hasSize(1);
    }

    @Test
    void a_node_that_somebody_deleted_is_replaced_at_once() {
        create(2);
        String victim = names().get(0);
        workers.deleteInGuest("v1", "Node", "", victim);
        workers.after(Duration.ofMinutes(1));
        assertThat(names()).doesNotContain(victim);
    }

    @Test
    void a_machine_may_be_marked_for_replacement_and_another_be_exempt() {
        create(3);
        List<String> before = names();
        workers.patch(
                "Machine",
                before.get(0),
                "{\"metadata\": {\"annotations\": {\"cluster.x-k8s.io/remediate-machine\": \"\"}}}");
        workers.patch(
                "Machine",
                before.get(1),
                "{\"metadata\": {\"annotations\": {\"cluster.x-k8s.io/skip-remediation\": \"\"}}}");
        breaks(before.get(1));
        workers.after(Duration.ofMinutes(30));
        assertThat(names()).doesNotContain(before.get(0)).contains(before.get(1), before.get(2));
        assertThat(check().integer(0, "status", "expectedMachines")).isEqualTo(2);
    }

    @Test
    void machines_stay_while_the_hosted_api_server_is_away() {
        create(2);
        List<String> before = names();
        InjectedFault fault = workers.simulator()
                .inject(new Fault.ContainersFail(
                        Workers.NAMESPACE, "kube-apiserver", Fault.ContainerFailure.CRASH, ""));
        workers.after(Duration.ofMinutes(30));
        assertThat(workers.simulator().guest("clusters", "demo").isPresent()).isFalse();
        assertThat(names()).isEqualTo(before);
        fault.mend();
        workers.after(Duration.ofMinutes(10));
        assertThat(names()).isEqualTo(before);
        assertThat(workers.readyNodes()).isEqualTo(2);
    }
}
