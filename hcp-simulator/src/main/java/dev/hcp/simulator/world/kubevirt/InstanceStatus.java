package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status of a VirtualMachineInstance.
 *
 * @param phase the phase it is in now
 * @param pod its launcher pod
 * @param disksShared whether all its disks can move along
 */
record InstanceStatus(JsonObject instance, String phase, Optional<JsonObject> pod, boolean disksShared, Instant now) {
    private static final String NOT_SHARED =
            "cannot migrate VMI: PVC is not shared, live migration requires that all PVCs"
                    + " must be shared (using ReadWriteMany access mode)";

    JsonObject build() {
        boolean running = phase.equals("Running");
        CapiConditions conditions = CapiConditions.of(instance, now);
        if (running) {
            VirtConditions.set(conditions, "Ready", true, "", "");
            VirtConditions.set(
                    conditions,
                    "LiveMigratable",
                    disksShared,
                    disksShared ? "" : "DisksNotLiveMigratable",
                    disksShared ? "" : NOT_SHARED);
        } else if (pod.isEmpty()) {
            VirtConditions.set(
                    conditions, "Ready", false, "PodNotExists", "virt-launcher pod has not yet been scheduled");
        } else {
            VirtConditions.set(conditions, "Ready", false, "GuestNotRunning", "Guest VM is not reported as running");
        }
        pod.map(p -> CapiConditions.find(p, "PodScheduled"))
                .filter(condition -> "False".equals(condition.text("status")))
                .ifPresentOrElse(
                        condition -> conditions.mirror("PodScheduled", condition),
                        () -> conditions.remove("PodScheduled"));
        JsonObject.Builder status = instance.object("status").toBuilder()
                .put("conditions", conditions.build())
                .put("phase", phase)
                .put("phaseTransitionTimestamps", transitions());
        pod.ifPresent(p -> describePod(status, p, running));
        return status.build();
    }

    private void describePod(JsonObject.Builder status, JsonObject launcher, boolean running) {
        String node = launcher.text("spec", "nodeName");
        if (node != null) {
            status.put("nodeName", node).put("activePods", JsonObject.of(Meta.uid(launcher), node));
        }
        String address = launcher.text("status", "podIP");
        if (running && address != null) {
            status.put(
                    "interfaces",
                    List.of(JsonObject.of(
                            "infoSource",
                            "domain, guest-agent",
                            "interfaceName",
                            "enp1s0",
                            "ipAddress",
                            address,
                            "ipAddresses",
                            List.of(address),
                            "name",
                            "default")));
        }
    }

    private JsonArray transitions() {
        List<@Nullable Object> transitions = new ArrayList<>(instance.array("status", "phaseTransitionTimestamps"));
        boolean known = transitions.stream()
                .anyMatch(item -> item instanceof JsonObject transition && phase.equals(transition.text("phase")));
        if (!known) {
            transitions.add(JsonObject.of("phase", phase, "phaseTransitionTimestamp", Meta.time(now)));
        }
        return JsonArray.copyOf(transitions);
    }
}
