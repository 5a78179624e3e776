package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;
import static dev.hcp.client.diagnosis.Facts.text;

import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Virtual machines that do not get to run, or that run for longer than it takes to join and have not joined. */
final class MachinesNotJoining implements Check {
    private static final Duration NORMAL = Duration.ofMinutes(15);

    @Override
    public List<Finding> look(Facts facts) {
        List<String> evidence = new ArrayList<>();
        String first = "";
        for (JsonObject instance : facts.instances()) {
            boolean joined = facts.machines().stream()
                    .filter(machine -> nameOf(machine).equals(nameOf(instance))
                            || nameOf(instance).equals(machine.text("spec", "infrastructureRef", "name")))
                    .anyMatch(machine -> machine.at("status", "nodeRef") != null);
            if ("Running".equals(instance.text("status", "phase"))
                    && !joined
                    && facts.isOlderThan(Facts.runningSince(instance), NORMAL)) {
                first = first.isEmpty() ? nameOf(instance) : first;
                evidence.add("virtual machine " + nameOf(instance) + " runs since " + Facts.runningSince(instance)
                        + " on " + text(instance, "status", "nodeName") + ", and its machine has no node");
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!facts.nodes().isEmpty()) {
            // Otherwise they are told of among the reasons for having no nodes.
            findings.addAll(new MachinesNotStarting(Symptom.MACHINES_NOT_JOINING).look(facts));
        }
        if (!evidence.isEmpty()) {
            findings.add(new Finding(
                    Symptom.MACHINES_NOT_JOINING,
                    "virtual machines run and do not join: their consoles tell whether ignition was fetched, and what"
                            + " keeps the kubelet from the API server",
                    evidence,
                    "virtctl console -n " + facts.controlPlane + " " + first));
        }
        return findings;
    }
}
