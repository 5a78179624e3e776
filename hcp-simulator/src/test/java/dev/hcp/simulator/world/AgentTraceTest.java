package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hosted cluster whose nodes would be agents, with nobody who brings any. */
class AgentTraceTest {
    private static final String AGENTS = "capi-provider.agent-install.openshift.io/v1beta1";

    private final Trace demo =
            new Trace(new Cluster(Simulator.builder().startAt(Instant.parse("2025-01-01T00:00:00Z"))));

    @AfterEach
    void stop() {
        demo.close();
    }

    private void create() {
        demo.cluster.create("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"agents\"}}");
        demo.cluster.createHostedCluster("demo", spec -> spec.with(
                        "platform", JsonObject.of("type", "Agent", "agent", JsonObject.of("agentNamespace", "agents")))
                .withAt("example.com", "dns", "baseDomain"));
        demo.cluster.create("""
                {"apiVersion": "hypershift.openshift.io/v1beta1", "kind": "NodePool",
                 "metadata": {"name": "demo", "namespace": "clusters"},
                 "spec": {"clusterName": "demo", "replicas": 2, "arch": "amd64",
                   "release": {"image": "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64"},
                   "management": {"upgradeType": "Replace", "autoRepair": false},
                   "platform": {"type": "Agent", "agent": {"agentLabelSelector": {"matchLabels": {"size": "big"}}}}}}
                """);
        demo.cluster.settle();
    }

    @Test
    void its_control_plane_is_available_and_its_machines_and_version_wait_for_agents() {
        create();
        demo.cluster.simulator.advance(Duration.ofHours(1));

        demo.sawInOrder(
                0,
                "HostedCluster/demo created",
                "HostedControlPlane/demo created",
                "HostedCluster/demo Available=True AsExpected",
                "AgentCluster/demo created",
                "NodePool/demo UpdatingVersion=True AsExpected");
        assertThat(demo.completed()).isFalse();
        Objects objects = demo.cluster.simulator.objects();
        JsonObject infrastructure = objects.get(objects.resource(AGENTS, "AgentCluster"), "clusters-demo", "demo")
                .orElseThrow();
        assertThat(infrastructure.text("spec", "ignitionEndpoint", "url"))
                .isEqualTo("https://" + demo.hostedCluster().text("status", "ignitionEndpoint") + "/ignition");
        assertThat(objects.list(objects.resource(AGENTS, "AgentMachineTemplate"), "clusters-demo"))
                .hasSize(1);
        assertThat(objects.list(objects.resource(AGENTS, "AgentMachine"), "clusters-demo"))
                .hasSize(2)
                .allSatisfy(machine -> {
                    assertThat(Cluster.condition(machine, "AgentReserved").text("reason"))
                            .isEqualTo("NoSuitableAgents");
                    assertThat(Cluster.condition(machine, "Installed").text("message"))
                            .isEqualTo("Agent not yet reserved");
                    assertThat(Cluster.condition(machine, "Ready").text("message"))
                            .isEqualTo("0 of 5 completed");
                });
        JsonObject all = Cluster.condition(demo.cluster.get("NodePool", "clusters", "demo"), "AllMachinesReady");
        assertThat(all.text("status")).isEqualTo("False");
        assertThat(all.text("reason")).isEqualTo("NoSuitableAgents");
        assertThat(all.text("message")).startsWith("2 of 2 machines are not ready\nMachine demo-");
    }

    @Test
    void it_goes_with_the_permission_in_the_namespace_of_the_agents() {
        create();
        Objects objects = demo.cluster.simulator.objects();
        var bindings = objects.resource("rbac.authorization.k8s.io/v1", "RoleBinding");
        assertThat(objects.get(bindings, "agents", "cluster-api-agent-clusters-demo"))
                .isPresent();
        int before = demo.mark();
        demo.cluster.delete("HostedCluster", "clusters", "demo");

        assertThat(demo.cluster.simulator.runUntil(
                        () -> demo.cluster
                                .find("HostedCluster", "clusters", "demo")
                                .isEmpty(),
                        Duration.ofMinutes(30)))
                .as(() -> demo.steps(before).toString())
                .isTrue();
        demo.sawInOrder(
                before,
                "HostedCluster/demo deletion requested",
                "Cluster/demo-fghij deletion requested",
                "HostedControlPlane/demo gone",
                "AgentCluster/demo gone",
                "Namespace/clusters-demo gone",
                "HostedCluster/demo gone");
        assertThat(objects.get(bindings, "agents", "cluster-api-agent-clusters-demo"))
                .isEmpty();
    }
}
