package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rollouts of running pools, by the replicas that their machine sets shall have: old/new. */
class RolloutTraceTest {
    private final Workers workers = new Workers(Simulator.builder());

    @AfterEach
    void stop() {
        workers.close();
    }

    private void create(int replicas, String surge, String unavailable) {
        workers.create(
                replicas,
                spec -> spec.with(
                        "management",
                        Json.parse("{\"upgradeType\": \"Replace\", \"replace\": {\"strategy\": \"RollingUpdate\","
                                + " \"rollingUpdate\": {\"maxSurge\": " + surge + ", \"maxUnavailable\": " + unavailable
                                + "}}}")));
    }

    private String sizes(String old) {
        long before = 0;
        long after = 0;
        for (JsonObject set : workers.list("MachineSet")) {
            long replicas = set.integer(0, "spec", "replicas");
            if (Meta.name(set).equals(old)) {
                before += replicas;
            } else {
                after += replicas;
            }
        }
        return before + "/" + after;
    }

    @ParameterizedTest(name = "{0} machines, surge {1}, unavailable {2}")
    @CsvSource({
        "3, 1, 0, 3/0 3/1 2/1 2/2 1/2 1/3 0/3",
        "3, 0, 1, 3/0 2/0 2/1 1/1 1/2 0/2 0/3",
        "1, 0, 0, 1/0 0/0 0/1",
    })
    void machine_sets_grow_and_shrink_step_by_step(int replicas, String surge, String unavailable, String expected) {
        create(replicas, surge, unavailable);
        String old = Meta.name(workers.list("MachineSet").get(0));
        List<String> steps = new ArrayList<>();
        workers.upgradePool("4.17.5");
        assertThat(workers.until(() -> {
                    String now = sizes(old);
                    if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(now)) {
                        steps.add(now);
                    }
                    return "4.17.5".equals(workers.pool().text("status", "version"));
                }))
                .isTrue();
        assertThat(String.join(" ", steps)).isEqualTo(expected);
    }

    @Test
    void nodes_that_will_be_replaced_ask_pods_to_go_elsewhere() {
        create(2, "1", "0");
        List<String> before = workers.nodes().stream().map(Meta::name).toList();
        workers.upgradePool("4.17.5");
        assertThat(workers.until(() -> workers.readyNodes() == 3)).isTrue();
        for (JsonObject node : workers.nodes()) {
            boolean outdated = node.array("spec", "taints").stream()
                    .anyMatch(taint -> taint instanceof JsonObject object
                            && "node.cluster.x-k8s.io/outdated-revision".equals(object.text("key"))
                            && "PreferNoSchedule".equals(object.text("effect")));
            assertThat(outdated).isEqualTo(before.contains(Meta.name(node)));
        }
    }

    @ParameterizedTest(name = "{0} machines, surge {1}, unavailable {2}")
    @CsvSource({"6, '\"25%\"', '\"25%\"', 8, 5", "4, 2, 2, 6, 2", "5, '\"40%\"', 0, 7, 5"})
    void there_are_never_more_machines_and_never_fewer_nodes_than_allowed(
            int replicas, String surge, String unavailable, int most, int fewest) {
        create(replicas, surge, unavailable);
        workers.upgradePool("4.17.5");
        assertThat(workers.until(() -> {
                    assertThat(workers.machines().size()).isLessThanOrEqualTo(most);
                    long serving = workers.nodes().stream()
                            .filter(node -> "True"
                                            .equals(Cluster.condition(node, "Ready")
                                                    .text("status"))
                                    && !node.isTrue("spec", "unschedulable"))
                            .count();
                    assertThat(serving).isGreaterThanOrEqualTo(fewest);
                    return "4.17.5".equals(workers.pool().text("status", "version"));
                }))
                .isTrue();
        assertThat(workers.machines()).hasSize(replicas);
    }
}
