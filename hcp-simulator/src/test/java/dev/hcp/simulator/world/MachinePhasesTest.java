package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a machine says of itself from its beginning to its end, and when something happens to what it stands on. */
class MachinePhasesTest {
    private final Workers workers = new Workers(Simulator.builder());

    @AfterEach
    void stop() {
        workers.close();
    }

    private void pauseInfrastructure(String name) {
        workers.simulator()
                .objects()
                .mergePatch(
                        infrastructure(),
                        Workers.NAMESPACE,
                        name,
                        null,
                        Json.parseObject("{\"metadata\": {\"annotations\": {\"cluster.x-k8s.io/paused\": \"true\"}}}"),
                        "test");
    }

    private ResourceType infrastructure() {
        return workers.simulator().objects().resource("infrastructure.cluster.x-k8s.io/v1alpha1", "KubevirtMachine");
    }

    private void infrastructureSays(String name, String status) {
        workers.simulator()
                .objects()
                .mergePatch(
                        infrastructure(),
                        Workers.NAMESPACE,
                        name,
                        "status",
                        Json.parseObject("{\"status\": " + status + "}"),
                        "test");
    }

    private JsonObject machine() {
        return workers.machines().get(0);
    }

    private String phase() {
        return String.valueOf(machine().text("status", "phase"));
    }

    @Test
    void a_machine_goes_through_its_phases_in_order() {
        List<String> phases = new ArrayList<>();
        workers.simulator().objects().onChange(change -> {
            if (change.type().kind().equals("Machine") && change.after() != null) {
                String phase = String.valueOf(change.after().text("status", "phase"));
                if (change.after().at("status", "phase") != null
                        && (phases.isEmpty() || !phases.get(phases.size() - 1).equals(phase))) {
                    phases.add(phase);
                }
            }
        });
        workers.create(1, spec -> spec);
        workers.patchPool("{\"spec\": {\"replicas\": 0}}");
        assertThat(workers.until(() -> workers.machines().isEmpty())).isTrue();
        assertThat(phases).containsExactly("Provisioning", "Provisioned", "Running", "Deleting");
    }

    @Test
    void a_machine_whose_infrastructure_is_not_ready_any_more_runs_again_when_it_is() {
        workers.create(1, spec -> spec);
        String name = Meta.name(machine());
        pauseInfrastructure(name);
        infrastructureSays(name, "{\"ready\": false}");
        workers.after(Duration.ofMinutes(1));
        assertThat(phase()).isEqualTo("Provisioned");
        infrastructureSays(name, "{\"ready\": true}");
        workers.after(Duration.ofMinutes(1));
        assertThat(phase()).isEqualTo("Running");
    }

    @Test
    void a_failure_stays_with_the_machine_also_when_its_infrastructure_recovers() {
        workers.create(1, spec -> spec);
        String name = Meta.name(machine());
        pauseInfrastructure(name);
        infrastructureSays(name, "{\"failureReason\": \"CreateError\", \"failureMessage\": \"no quota\"}");
        workers.after(Duration.ofMinutes(1));
        assertThat(phase()).isEqualTo("Failed");
        assertThat(machine().text("status", "failureReason")).isEqualTo("CreateError");
        assertThat(machine().text("status", "failureMessage"))
                .isEqualTo("Failure detected from referenced resource infrastructure.cluster.x-k8s.io/v1alpha1,"
                        + " Kind=KubevirtMachine with name \"" + name + "\": no quota");
        infrastructureSays(name, "{\"failureReason\": null, \"failureMessage\": null}");
        workers.after(Duration.ofMinutes(1));
        assertThat(phase()).isEqualTo("Failed");
    }

    @Test
    void a_machine_whose_infrastructure_is_gone_has_failed() {
        workers.create(1, spec -> spec);
        String name = Meta.name(machine());
        workers.simulator().objects().delete(infrastructure(), Workers.NAMESPACE, name, Objects.Deletion.BACKGROUND);
        assertThat(workers.until(() -> phase().equals("Failed"))).isTrue();
        assertThat(machine().text("status", "failureReason")).isEqualTo("InvalidConfiguration");
        assertThat(machine().text("status", "failureMessage")).endsWith("has been deleted after being ready");
    }

    @Test
    void a_machine_whose_node_is_gone_keeps_running_and_says_so() {
        workers.create(1, spec -> spec);
        String name = Meta.name(machine());
        workers.patch(
                "Machine", name, "{\"metadata\": {\"annotations\": {\"cluster.x-k8s.io/skip-remediation\": \"\"}}}");
        workers.deleteInGuest("v1", "Node", "", String.valueOf(machine().text("status", "nodeRef", "name")));
        workers.after(Duration.ofSeconds(5));
        assertThat(phase()).isEqualTo("Running");
        assertThat(Workers.condition(machine(), "NodeHealthy")).isEqualTo("False NodeNotFound");
    }
}
