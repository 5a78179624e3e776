package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;
import static dev.hcp.client.diagnosis.Facts.namespaceOf;

import dev.hcp.api.json.JsonObject;
import dev.hcp.client.status.StatusCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes that are not ready for longer than it takes the network to come up. */
final class NodesNotReady implements Check {
    private static final Duration NORMAL = Duration.ofMinutes(15);

    @Override
    public List<Finding> look(Facts facts) {
        List<String> evidence = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonObject node : facts.nodes()) {
            Optional<StatusCondition> ready = StatusCondition.find(StatusCondition.of(node), "Ready");
            if (ready.isPresent()
                    && !ready.get().status().equals("True")
                    && facts.isOlderThan(ready.get().since(), NORMAL)) {
                names.add(nameOf(node));
                evidence.add("node " + nameOf(node) + ": " + ready.get() + " since "
                        + ready.get().since());
            }
        }
        if (names.isEmpty()) {
            return List.of();
        }
        for (JsonObject pod : facts.hosted("/api/v1/pods")) {
            Facts.trouble(pod).ifPresent(trouble -> evidence.add("namespace " + namespaceOf(pod) + ", " + trouble));
        }
        return List.of(new Finding(
                Symptom.NODES_NOT_READY,
                "nodes are not ready for more than " + NORMAL.toMinutes() + " minutes: " + String.join(", ", names),
                evidence,
                "oc get nodes -o yaml --kubeconfig <hosted_cluster_kubeconfig>"));
    }
}
