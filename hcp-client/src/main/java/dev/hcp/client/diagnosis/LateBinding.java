package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;
import static dev.hcp.client.diagnosis.Facts.text;

import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Hosts that nobody can restart from here: without a BareMetalHost they wait for somebody after a cluster let them go. */
final class LateBinding implements Check {
    private static final String HOST = "agent-install.openshift.io/bmh";

    @Override
    public List<Finding> look(Facts facts) {
        List<String> evidence = new ArrayList<>();
        for (JsonObject agent : facts.agents()) {
            String state = text(agent, "status", "debugInfo", "state");
            boolean waits = state.equals("unbinding-pending-user-action") || state.equals("disconnected-unbound");
            if (waits && text(agent, "metadata", "labels", HOST).isEmpty()) {
                evidence.add("agent " + nameOf(agent) + " (" + text(agent, "spec", "hostname") + ") is " + state
                        + ", and has no BareMetalHost");
            }
        }
        return evidence.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Symptom.LATE_BINDING,
                        "hosts without a BareMetalHost do not return to the discovery image by themselves: clean their root"
                                + " disks and boot them from it by hand",
                        evidence,
                        "oc -n " + text(facts.cluster, "spec", "platform", "agent", "agentNamespace")
                                + " get infraenv -o jsonpath='{.items[*].status.isoDownloadURL}'"));
    }
}
