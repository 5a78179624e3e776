package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;

/** Reads how far the rollout of a workload is. */
final class WorkloadStatus {
    private WorkloadStatus() {}

    /** Whether all pods are there, of the newest specification, and ready. */
    static boolean isReady(JsonObject workload, boolean stateful) {
        JsonObject status = workload.object("status");
        long wanted = workload.integer(1, "spec", "replicas");
        boolean observed = status.integer(0, "observedGeneration") >= workload.integer(0, "metadata", "generation");
        boolean complete = status.integer(0, "replicas") == wanted && status.integer(0, "updatedReplicas") == wanted;
        if (stateful) {
            return observed && complete && status.integer(0, "readyReplicas") == wanted;
        }
        return observed
                && complete
                && status.integer(0, "availableReplicas") == wanted
                && status.integer(0, "unavailableReplicas") == 0;
    }
}
