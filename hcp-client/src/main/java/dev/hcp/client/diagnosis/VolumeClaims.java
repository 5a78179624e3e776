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
        for (JsonObject claim : facts.hosted("/api/v1/persistentvolumeclaims")) {
            if ("Pending".equals(claim.text("status", "phase"))
                    && facts.isOlderThan(Facts.text(claim, "metadata", "creationTimestamp"), NORMAL)) {
                evidence.add("claim " + namespaceOf(claim) + "/" + nameOf(claim) + " is Pending");
                evidence.addAll(facts.hostedWarnings("PersistentVolumeClaim", nameOf(claim)));
            }
        }
        if (evidence.isEmpty()) {
            return;
        }
        List<JsonObject> controllers = facts.pods().stream()
                .filter(pod -> nameOf(pod).startsWith("kubevirt-csi-controller-"))
                .toList();
        boolean runs = controllers.stream().anyMatch(Facts::isRunning);
        controllers.forEach(pod -> evidence.add(
                Facts.trouble(pod).orElse("pod " + nameOf(pod) + " is " + Facts.text(pod, "status", "phase"))));
        findings.add(new Finding(
                VOLUME_CLAIMS,
                runs
                        ? "claims are not bound although the storage driver's controller runs: its storage class does not"
                                + " exist or gives no volumes"
                        : "the storage driver's controller, which binds claims, does not run",
                evidence,
                runs
                        ? "oc logs -n " + facts.controlPlane + " deployment/kubevirt-csi-controller --all-containers"
                        : "oc get pods -n " + facts.controlPlane + " -l app=" + DRIVER));
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
