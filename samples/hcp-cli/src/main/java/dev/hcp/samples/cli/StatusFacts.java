package dev.hcp.samples.cli;

import dev.hcp.client.status.ClusterStatus;
import dev.hcp.client.status.StatusCondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a status says, as short sentences about one thing each, so that two can be compared. */
final class StatusFacts {
    private StatusFacts() {}

    /** Sentences by what they are about, from the cluster down to its nodes. */
    static Map<String, String> of(ClusterStatus status) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("release", status.release());
        status.versions().stream()
                .filter(version -> !version.version().isEmpty())
                .forEach(version -> facts.put("version " + version.version(), version.state()));
        status.conditions().forEach(condition -> put(facts, "", condition));
        status.endpoints().forEach((name, address) -> facts.put("endpoint " + name, address));
        status.components()
                .forEach(component -> facts.put(
                        "component " + component.name(), component.ready() + "/" + component.wanted() + " ready"));
        for (ClusterStatus.Pool pool : status.nodePools()) {
            String name = "node pool " + pool.name();
            String version = pool.version().isEmpty() ? "" : ", " + pool.version();
            facts.put(name, pool.nodes() + " of " + pool.wanted() + " nodes" + version);
            pool.conditions().forEach(condition -> put(facts, name + " ", condition));
        }
        status.machines()
                .forEach(machine -> facts.put("machine " + machine.name(), list(machine.phase(), machine.node())));
        status.virtualMachines().forEach(machine -> facts.put("virtual machine " + machine.name(), machine.status()));
        for (ClusterStatus.AgentHost agent : status.agents()) {
            String cluster = agent.cluster().isEmpty() ? "free" : "of " + agent.cluster();
            facts.put(
                    "agent " + (agent.hostname().isEmpty() ? agent.name() : agent.hostname()),
                    list(cluster, agent.approved() ? "approved" : "not approved", agent.state(), agent.stage()));
        }
        status.hosted().ifPresent(hosted -> put(facts, hosted));
        return facts;
    }

    private static void put(Map<String, String> facts, ClusterStatus.Hosted hosted) {
        hosted.nodes()
                .forEach(node ->
                        facts.put("node " + node.name(), "Ready " + node.ready().status()));
        for (ClusterStatus.Operator operator : hosted.operators()) {
            List<String> states = new ArrayList<>();
            for (String type : List.of("Available", "Progressing", "Degraded")) {
                StatusCondition.find(operator.conditions(), type)
                        .ifPresent(found -> states.add(type + " " + found.status()));
            }
            facts.put("operator " + operator.name(), list(operator.version(), String.join(", ", states)));
        }
    }

    private static void put(Map<String, String> facts, String owner, StatusCondition condition) {
        String message = condition.message().isEmpty() ? "" : ": " + condition.message();
        facts.put(
                owner + "condition " + condition.type(),
                condition.status() + " (" + condition.reason() + ")" + message.replace('\n', ' '));
    }

    private static String list(String... parts) {
        return String.join(
                ", ", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }

    /** A line for each thing that is new, has changed or is gone. */
    static List<String> changes(Map<String, String> before, Map<String, String> after) {
        List<String> changes = new ArrayList<>();
        after.forEach((subject, sentence) -> {
            if (!sentence.equals(before.get(subject))) {
                changes.add(subject + ": " + sentence);
            }
        });
        before.keySet().stream()
                .filter(subject -> !after.containsKey(subject))
                .forEach(subject -> changes.add(subject + ": gone"));
        return changes;
    }
}
