package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.Meta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The status of a MachineDeployment.
 *
 * @param current the machine set of its template; empty while it is paused without one
 * @param old its other machine sets
 */
record DeploymentStatus(JsonObject deployment, JsonObject current, List<JsonObject> old, Rollout rollout) {
    JsonObject build(Instant now) {
        List<JsonObject> all = new ArrayList<>(old);
        all.add(current);
        long wanted = sum(all, "spec", "replicas");
        long available = sum(all, "status", "availableReplicas");
        long ready = sum(all, "status", "readyReplicas");
        CapiConditions conditions = CapiConditions.of(deployment, now);
        long minimum = rollout.desired() - rollout.unavailable();
        if (available >= minimum) {
            conditions.markTrue("Available");
        } else {
            conditions.markFalse(
                    "Available",
                    "WaitingForAvailableMachines",
                    "Warning",
                    "Minimum availability requires " + minimum + " replicas, current " + available + " available");
        }
        JsonObject setReady = CapiConditions.find(current, "Ready");
        if (setReady.isEmpty()) {
            conditions.markFalse(
                    "MachineSetReady", "WaitingForMachineSet", "Info", current.isEmpty() ? "MachineSet not found" : "");
        } else {
            conditions.mirror("MachineSetReady", setReady);
        }
        conditions.summarize(List.of(), "Available", "MachineSetReady");
        JsonObject.Builder status = JsonObject.builder(10)
                .put("availableReplicas", available)
                .put("conditions", conditions.build())
                .put("observedGeneration", Meta.generation(deployment))
                .put("readyReplicas", ready)
                .put("replicas", sum(all, "status", "replicas"))
                .put("selector", Selectors.text(deployment.object("spec", "selector", "matchLabels")))
                .put("unavailableReplicas", Math.max(0, wanted - available))
                .put("updatedReplicas", current.integer(0, "status", "replicas"));
        String phase = phase(ready, wanted, available);
        if (!phase.isEmpty()) {
            status.put("phase", phase);
        }
        return status.build();
    }

    private static long sum(List<JsonObject> sets, String... path) {
        long sum = 0;
        for (JsonObject set : sets) {
            sum += set.integer(0, path);
        }
        return sum;
    }

    /** Made anew each time, so it is empty while there are more ready machines than wanted. */
    private String phase(long ready, long wanted, long available) {
        if (current.at("status", "failureReason") != null || current.at("status", "failureMessage") != null) {
            return "Failed";
        }
        if (ready == rollout.desired()) {
            return "Running";
        }
        if (ready < rollout.desired()) {
            return "ScalingUp";
        }
        return wanted < available ? "ScalingDown" : "";
    }
}
