package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;

import dev.hcp.api.json.JsonObject;
import dev.hcp.client.status.StatusCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Virtual machines that do not get to run: their disks are not filled, or their pods do not run.
 *
 * @param symptom what is seen of it
 */
record MachinesNotStarting(Symptom symptom) implements Check {
    private static final Set<String> FILLING = Set.of("Provisioning", "DataVolumeError");

    @Override
    public List<Finding> look(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        refused(facts, findings);
        importing(facts, findings);
        starting(facts, findings);
        return findings;
    }

    /** Virtual machines that the management cluster does not let in. */
    private void refused(Facts facts, List<Finding> findings) {
        List<String> evidence = new ArrayList<>();
        for (JsonObject machine :
                facts.inControlPlane("infrastructure.cluster.x-k8s.io/v1alpha1", "kubevirtmachines")) {
            StatusCondition.find(StatusCondition.of(machine), "VMProvisioned")
                    .filter(condition -> condition.reason().equals("VMCreateFailed"))
                    .map(condition -> "machine " + nameOf(machine) + ": " + condition)
                    .ifPresent(evidence::add);
        }
        if (!evidence.isEmpty()) {
            findings.add(new Finding(
                    symptom,
                    "the management cluster refuses virtual machines",
                    evidence,
                    "oc get resourcequota -n " + facts.controlPlane));
        }
    }

    /** An image that cannot be pulled is another symptom. */
    private void importing(Facts facts, List<Finding> findings) {
        List<String> causes = new ArrayList<>();
        Importers importers = new Importers(facts);
        for (JsonObject volume : importers.unfilled()) {
            importers.of(volume).filter(pod -> !Importers.isUnpulled(pod)).ifPresent(pod -> {
                boolean waits = facts.pendingClaims().stream()
                        .anyMatch(claim -> nameOf(claim).equals(nameOf(volume)));
                boolean crashes = Facts.isStarted(pod);
                if (waits || crashes) {
                    Facts.trouble(pod).ifPresent(causes::add);
                }
            });
        }
        for (JsonObject claim : facts.pendingClaims()) {
            boolean disk = facts.dataVolumes().stream()
                    .anyMatch(volume -> nameOf(volume).equals(nameOf(claim)));
            List<String> warnings = disk ? facts.warnings("PersistentVolumeClaim", nameOf(claim)) : List.of();
            if (!warnings.isEmpty()) {
                causes.add("claim " + nameOf(claim) + " is Pending");
                causes.addAll(warnings);
            }
        }
        List<String> evidence = new ArrayList<>(facts.virtualMachines().stream()
                .filter(machine -> FILLING.contains(Facts.text(machine, "status", "printableStatus")))
                .map(machine -> "virtual machine " + nameOf(machine) + " is "
                        + Facts.text(machine, "status", "printableStatus"))
                .toList());
        if (!causes.isEmpty() && !evidence.isEmpty()) {
            evidence.addAll(causes);
            findings.add(new Finding(
                    symptom,
                    "the disks of virtual machines are not filled: their import does not get on",
                    evidence,
                    "oc get pods -n " + facts.controlPlane + " | grep \"import\""));
        }
    }

    private void starting(Facts facts, List<Finding> findings) {
        List<String> evidence = new ArrayList<>();
        boolean unscheduled = false;
        for (JsonObject pod : facts.pods()) {
            if ("virt-launcher".equals(pod.text("metadata", "labels", "kubevirt.io"))) {
                Facts.trouble(pod).ifPresent(evidence::add);
                unscheduled |= Facts.trouble(pod).isPresent() && pod.text("spec", "nodeName") == null;
            }
        }
        if (!evidence.isEmpty()) {
            findings.add(new Finding(
                    symptom,
                    unscheduled
                            ? "virtual machines do not start: the management cluster has no room for their pods"
                            : "virtual machines do not start: their pods do not run",
                    evidence,
                    unscheduled
                            ? "oc describe nodes"
                            : "oc get pods -n " + facts.controlPlane + " -l kubevirt.io=virt-launcher"));
        }
    }
}
