package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;
import static dev.hcp.client.diagnosis.Facts.namespaceOf;

import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Services of the hosted cluster that get no address. */
final class LoadBalancerServices implements Check {
    /** Label of a service that gives another, in the hosted cluster, its address. */
    private static final String TENANT = "cluster.x-k8s.io/tenant-service-name";

    private static final Duration NORMAL = Duration.ofMinutes(5);

    @Override
    public List<Finding> look(Facts facts) {
        List<String> evidence = new ArrayList<>();
        for (JsonObject service : facts.hosted("/api/v1/services")) {
            boolean waits = "LoadBalancer".equals(service.text("spec", "type"))
                    && service.array("status", "loadBalancer", "ingress").isEmpty();
            if (waits && facts.isOlderThan(Facts.text(service, "metadata", "creationTimestamp"), NORMAL)) {
                evidence.add("service " + namespaceOf(service) + "/" + nameOf(service) + " has no address");
                evidence.addAll(facts.hostedWarnings("Service", nameOf(service)));
            }
        }
        if (evidence.isEmpty()) {
            return List.of();
        }
        List<JsonObject> managers = facts.pods().stream()
                .filter(pod -> "cloud-controller-manager".equals(pod.text("metadata", "labels", "app")))
                .toList();
        boolean runs = managers.stream().anyMatch(Facts::isRunning);
        managers.forEach(pod -> evidence.add(
                Facts.trouble(pod).orElse("pod " + nameOf(pod) + " is " + Facts.text(pod, "status", "phase"))));
        String pods = "oc get pods -n " + facts.controlPlane + " -l app=cloud-controller-manager";
        if (facts.isOnKubeVirt()) {
            facts.inControlPlane("v1", "services").stream()
                    .filter(service -> service.text("metadata", "labels", TENANT) != null)
                    .filter(service ->
                            service.array("status", "loadBalancer", "ingress").isEmpty())
                    .forEach(service -> {
                        evidence.add("its service " + facts.controlPlane + "/" + nameOf(service) + " has no address");
                        evidence.addAll(facts.warnings("Service", nameOf(service)));
                    });
            return List.of(new Finding(
                    Symptom.LOAD_BALANCERS,
                    runs
                            ? "the cloud controller manager runs, but the management cluster gives its services no address"
                            : "the cloud controller manager of the cluster does not run",
                    evidence,
                    runs ? "oc describe services -n " + facts.controlPlane + " -l " + TENANT : pods));
        }
        return List.of(new Finding(
                Symptom.LOAD_BALANCERS,
                "nothing gives services of the cluster an address; install MetalLB in it, for one",
                evidence,
                "oc get csv -A --kubeconfig <hosted_cluster_kubeconfig>"));
    }
}
