package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;
import static dev.hcp.client.diagnosis.Facts.namespaceOf;
import static dev.hcp.client.diagnosis.Symptom.VOLUME_CLAIMS;

import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Claims of the hosted cluster that are not bound, or whose volumes do not reach the pods. */
final class VolumeClaims implements Check {
    private static final Duration NORMAL = Duration.ofMinutes(5);
    private static final String DRIVER = "kubevirt-csi-driver";

    @Override
    public List<Finding> look(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        unbound(facts, findings);
        unattached(facts, findings);
        return findings;
    }

    private static void unbound(Facts facts, List<Finding> findings) {
        List<String> evidence = new ArrayList<>();
        List<String> given = new ArrayList<>();
        boolean classless = true;
        for (JsonObject claim : facts.hosted("/api/v1/persistentvolumeclaims")) {
            if ("Pending".equals(claim.text("status", "phase"))
                    && facts.isOlderThan(Facts.text(claim, "metadata", "creationTimestamp"), NORMAL)) {
                evidence.add("claim " + namespaceOf(claim) + "/" + nameOf(claim) + " is Pending");
                List<String> warnings = facts.hostedWarnings("PersistentVolumeClaim", nameOf(claim));
                evidence.addAll(warnings);
                classless &= warnings.stream()
                        .anyMatch(line -> line.contains("no storage class is set") || line.endsWith("\" not found"));
                given.addAll(inManagementCluster(facts, "pvc-" + Facts.text(claim, "metadata", "uid")));
            }
        }
        if (evidence.isEmpty()) {
            return;
        }
        if (classless) {
            findings.add(new Finding(
                    VOLUME_CLAIMS,
                    "claims name a storage class that does not exist, or none where there is no default one",
                    evidence,
                    "oc get storageclass --kubeconfig <hosted_cluster_kubeconfig>"));
            return;
        }
        List<JsonObject> controllers = facts.pods().stream()
                .filter(pod -> nameOf(pod).startsWith("kubevirt-csi-controller-"))
                .toList();
        boolean runs = controllers.stream().anyMatch(Facts::isRunning);
        controllers.forEach(pod -> evidence.add(
                Facts.trouble(pod).orElse("pod " + nameOf(pod) + " is " + Facts.text(pod, "status", "phase"))));
        evidence.addAll(given);
        if (!runs) {
            findings.add(new Finding(
                    VOLUME_CLAIMS,
                    "the storage driver's controller, which binds claims, does not run",
                    evidence,
                    "oc get pods -n " + facts.controlPlane + " -l app=" + DRIVER));
        } else if (!given.isEmpty()) {
            findings.add(new Finding(
                    VOLUME_CLAIMS,
                    "the management cluster gives no volumes for the claims",
                    evidence,
                    "oc describe pvc -n " + facts.controlPlane));
        } else {
            findings.add(new Finding(
                    VOLUME_CLAIMS,
                    "claims are not bound although the storage driver's controller runs: nothing serves their storage class",
                    evidence,
                    "oc logs -n " + facts.controlPlane + " deployment/kubevirt-csi-controller --all-containers"));
        }
    }

    /** What keeps the management cluster from giving the volume for a claim. */
    private static List<String> inManagementCluster(Facts facts, String volume) {
        List<String> evidence = new ArrayList<>();
        for (JsonObject claim : facts.pendingClaims()) {
            if (nameOf(claim).equals(volume)) {
                evidence.add("its claim " + facts.controlPlane + "/" + volume + " is Pending");
                evidence.addAll(facts.warnings("PersistentVolumeClaim", volume));
            }
        }
        Importers importers = new Importers(facts);
        importers.unfilled().stream()
                .filter(one -> nameOf(one).equals(volume))
                .flatMap(one -> importers.of(one).stream())
                .flatMap(pod -> Facts.trouble(pod).stream())
                .forEach(evidence::add);
        return evidence;
    }

    private static void unattached(Facts facts, List<Finding> findings) {
        List<String> evidence = new ArrayList<>();
        for (JsonObject event : facts.hosted("/api/v1/events")) {
            String reason = Facts.text(event, "reason");
            if (reason.equals("FailedAttachVolume") || reason.equals("FailedMount")) {
                boolean stillThere = facts.hosted("/api/v1/pods").stream()
                        .anyMatch(pod ->
                                nameOf(pod).equals(event.text("involvedObject", "name")) && !Facts.isRunning(pod));
                if (stillThere) {
                    evidence.add("pod " + Facts.text(event, "involvedObject", "namespace") + "/"
                            + Facts.text(event, "involvedObject", "name") + ": " + reason + " "
                            + Facts.text(event, "message"));
                }
            }
        }
        if (!evidence.isEmpty()) {
            findings.add(new Finding(
                    VOLUME_CLAIMS,
                    "volumes are not attached to the nodes of the pods that want them",
                    evidence,
                    "oc get pods -n openshift-cluster-csi-drivers -o wide -l app=" + DRIVER
                            + " --kubeconfig <hosted_cluster_kubeconfig>"));
        }
    }
}
