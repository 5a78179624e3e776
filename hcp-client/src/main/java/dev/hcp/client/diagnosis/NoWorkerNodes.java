package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;
import static dev.hcp.client.diagnosis.Facts.text;
import static dev.hcp.client.diagnosis.Symptom.NO_WORKER_NODES;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.client.status.StatusCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A cluster without nodes: nothing asks for them, or their machines do not come up. */
final class NoWorkerNodes implements Check {
    private static final Duration BOOT = Duration.ofMinutes(10);
    private static final Duration PROVISIONING = Duration.ofMinutes(10);

    @Override
    public List<Finding> look(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        boolean serves = facts.isTrue(ConditionTypes.AVAILABLE) || facts.answers();
        if (!serves || !facts.nodes().isEmpty()) {
            return findings;
        }
        long wanted = facts.pools().stream()
                .mapToLong(pool -> pool.integer(pool.integer(0, "spec", "autoScaling", "min"), "spec", "replicas"))
                .sum();
        if (wanted == 0) {
            findings.add(new Finding(
                    NO_WORKER_NODES,
                    facts.pools().isEmpty() ? "the cluster has no node pool" : "no node pool asks for nodes",
                    facts.pools().stream()
                            .map(pool -> "node pool " + nameOf(pool) + " has 0 replicas")
                            .toList(),
                    facts.pools().isEmpty()
                            ? "hcp create nodepool " + facts.platform().toLowerCase(java.util.Locale.ROOT)
                                    + " --cluster-name " + facts.name + " --name <name> --node-count 2"
                            : "oc scale nodepool/" + nameOf(facts.pools().get(0)) + " --namespace " + facts.namespace
                                    + " --replicas=2"));
            return findings;
        }
        paused(facts, findings);
        findings.addAll(new MachinesNotStarting(NO_WORKER_NODES).look(facts));
        ignition(facts, findings);
        agents(facts, findings);
        return findings;
    }

    private static void paused(Facts facts, List<Finding> findings) {
        for (JsonObject pool : facts.pools()) {
            StatusCondition.find(StatusCondition.of(pool), ConditionTypes.RECONCILIATION_ACTIVE)
                    .filter(active -> active.status().equals("False"))
                    .ifPresent(active -> findings.add(new Finding(
                            NO_WORKER_NODES,
                            "node pool " + nameOf(pool) + " is paused",
                            List.of(active.toString()),
                            "oc patch -n " + facts.namespace + " nodepools/" + nameOf(pool)
                                    + " -p '{\"spec\":{\"pausedUntil\":null}}' --type=merge")));
        }
    }

    private static void ignition(Facts facts, List<Finding> findings) {
        List<String> evidence = new ArrayList<>();
        for (JsonObject pool : facts.pools()) {
            StatusCondition.find(StatusCondition.of(pool), ConditionTypes.REACHED_IGNITION_ENDPOINT)
                    .filter(reached -> reached.status().equals("False"))
                    .ifPresent(reached -> evidence.add("node pool " + nameOf(pool) + ": " + reached));
        }
        boolean running = facts.isOnKubeVirt()
                ? facts.instances().stream()
                        .filter(vm -> "Running".equals(vm.text("status", "phase")))
                        .anyMatch(vm -> facts.isOlderThan(Facts.runningSince(vm), BOOT))
                : facts.machines().stream()
                        .filter(machine -> "Provisioned".equals(machine.text("status", "phase")))
                        .anyMatch(machine -> facts.isOlderThan(
                                text(machine, "metadata", "creationTimestamp"), BOOT.plus(PROVISIONING)));
        if (!evidence.isEmpty() && running) {
            facts.condition(ConditionTypes.IGNITION_ENDPOINT_AVAILABLE)
                    .map(StatusCondition::toString)
                    .ifPresent(evidence::add);
            evidence.add("ignition endpoint: " + text(facts.cluster, "status", "ignitionEndpoint"));
            findings.add(new Finding(
                    NO_WORKER_NODES,
                    "machines run, but have not fetched their configuration from the ignition server",
                    evidence,
                    "oc get routes,pods -n " + facts.controlPlane + " | grep ignition-server"));
        }
    }

    private static void agents(Facts facts, List<Finding> findings) {
        if (!facts.platform().equals("Agent")) {
            return;
        }
        List<String> evidence = new ArrayList<>();
        for (JsonObject agent : facts.agents()) {
            if (agent.at("spec", "clusterDeploymentName") == null) {
                String state = text(agent, "status", "debugInfo", "state");
                if (!agent.isTrue("spec", "approved")) {
                    evidence.add("agent " + nameOf(agent) + " is not approved");
                } else if (!state.equals("known-unbound")) {
                    evidence.add("agent " + nameOf(agent) + " is " + state + ": "
                            + text(agent, "status", "debugInfo", "stateInfo"));
                }
            } else {
                return;
            }
        }
        String place = text(facts.cluster, "spec", "platform", "agent", "agentNamespace");
        boolean free = facts.agents().size() > evidence.size();
        for (JsonObject machine :
                facts.inControlPlane("capi-provider.agent-install.openshift.io/v1beta1", "agentmachines")) {
            StatusCondition.find(StatusCondition.of(machine), "AgentReserved")
                    .filter(reserved -> reserved.status().equals("False"))
                    .ifPresent(reserved -> evidence.add("agent machine " + nameOf(machine) + ": " + reserved));
        }
        if (!free) {
            findings.add(new Finding(
                    NO_WORKER_NODES,
                    facts.agents().isEmpty()
                            ? "no host has registered: there are no agents in namespace " + place
                            : "no agent can be taken",
                    evidence,
                    facts.agents().isEmpty()
                            ? "oc -n " + place + " get infraenv -o yaml"
                            : "oc -n " + place + " get agents"));
        }
    }
}
