package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.capi.CapiConditions;

/** Conditions as KubeVirt and CDI write them: reason and message with any status, no severity. */
final class VirtConditions {
    private VirtConditions() {}

    static void set(CapiConditions conditions, String type, boolean status, String reason, String message) {
        JsonObject condition = JsonObject.of("status", status ? "True" : "False", "reason", reason, "message", message);
        conditions.mirror(type, condition);
    }
}
