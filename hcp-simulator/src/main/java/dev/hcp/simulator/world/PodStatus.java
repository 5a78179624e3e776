package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.faults.Fault.ContainerFailure;
import dev.hcp.simulator.kernel.Seed;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The status of a pod at the steps of its life. */
final class PodStatus {
    private PodStatus() {}

    static JsonObject starting(JsonObject pod, String hostAddress, Instant now) {
        JsonArray conditions = new ConditionList(pod.array("status", "conditions"), now)
                .set("PodReadyToStartContainers", false, null, null)
                .set("Initialized", true, null, null)
                .set("Ready", false, "ContainersNotReady", unready(pod))
                .set("ContainersReady", false, "ContainersNotReady", unready(pod))
                .set("PodScheduled", true, null, null)
                .build();
        JsonObject waiting = JsonObject.of("waiting", JsonObject.of("reason", "ContainerCreating"));
        return JsonObject.builder(6)
                .put("conditions", conditions)
                .put("containerStatuses", containers(pod, false, waiting))
                .put("hostIP", hostAddress)
                .put("phase", "Pending")
                .put("startTime", Meta.time(now))
                .build();
    }

    static JsonObject running(JsonObject pod, String address, Instant now) {
        JsonArray conditions = new ConditionList(pod.array("status", "conditions"), now)
                .set("PodReadyToStartContainers", true, null, null)
                .set("Initialized", true, null, null)
                .set("Ready", true, null, null)
                .set("ContainersReady", true, null, null)
                .build();
        JsonObject running = JsonObject.of("running", JsonObject.of("startedAt", Meta.time(now)));
        return JsonObject.builder(5)
                .put("conditions", conditions)
                .put("containerStatuses", containers(pod, true, running))
                .put("phase", "Running")
                .put("podIP", address)
                .put("podIPs", JsonArray.of(JsonObject.of("ip", address)))
                .build();
    }

    /** As a kubelet reports containers that it cannot keep running. */
    static JsonObject failing(JsonObject pod, ContainerFailure failure, Instant now) {
        JsonArray conditions = new ConditionList(pod.array("status", "conditions"), now)
                .set("PodReadyToStartContainers", true, null, null)
                .set("Initialized", true, null, null)
                .set("Ready", false, "ContainersNotReady", unready(pod))
                .set("ContainersReady", false, "ContainersNotReady", unready(pod))
                .build();
        boolean crash = failure == ContainerFailure.CRASH;
        JsonObject first = pod.array("spec", "containers").object(0);
        String message = crash
                ? "back-off 5m0s restarting failed container=" + first.text("name") + " pod=" + Meta.name(pod) + "_"
                        + Meta.namespace(pod) + "(" + Meta.uid(pod) + ")"
                : "Back-off pulling image \"" + first.text("image") + "\"";
        JsonObject waiting = JsonObject.of(
                "waiting",
                JsonObject.of("message", message, "reason", crash ? "CrashLoopBackOff" : "ImagePullBackOff"));
        return JsonObject.of(
                "conditions",
                conditions,
                "containerStatuses",
                containers(pod, false, waiting),
                "phase",
                crash ? "Running" : "Pending");
    }

    /** The warnings that come with it, by their reasons. */
    static Map<String, String> complaints(JsonObject pod, ContainerFailure failure) {
        JsonObject first = pod.array("spec", "containers").object(0);
        String image = "\"" + first.text("image") + "\"";
        return failure == ContainerFailure.CRASH
                ? Map.of(
                        "BackOff",
                        "Back-off restarting failed container " + first.text("name") + " in pod " + Meta.name(pod) + "_"
                                + Meta.namespace(pod) + "(" + Meta.uid(pod) + ")")
                : new TreeMap<>(
                        Map.of("Failed", "Error: ImagePullBackOff", "BackOff", "Back-off pulling image " + image));
    }

    private static String unready(JsonObject pod) {
        StringBuilder names = new StringBuilder("containers with unready status: [");
        JsonArray containers = pod.array("spec", "containers");
        for (int i = 0; i < containers.size(); i++) {
            names.append(i == 0 ? "" : " ").append(containers.object(i).text("name"));
        }
        return names.append(']').toString();
    }

    private static JsonArray containers(JsonObject pod, boolean ready, JsonObject state) {
        JsonArray containers = pod.array("spec", "containers");
        Object[] statuses = new Object[containers.size()];
        for (int i = 0; i < statuses.length; i++) {
            JsonObject container = containers.object(i);
            String image = String.valueOf(container.text("image"));
            JsonObject.Builder status = JsonObject.builder(8);
            if (ready) {
                long id = Seed.hash(Meta.uid(pod) + container.text("name"));
                status.put("containerID", String.format("cri-o://%016x%016x", id, ~id));
            }
            statuses[i] = status.put("image", image)
                    .put("imageID", ready ? image : "")
                    .put("name", container.text("name"))
                    .put("ready", ready)
                    .put("restartCount", 0)
                    .put("started", ready)
                    .put("state", state)
                    .build();
        }
        return JsonArray.of(statuses);
    }
}
