package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.kernel.Seed;
import java.time.Instant;

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
