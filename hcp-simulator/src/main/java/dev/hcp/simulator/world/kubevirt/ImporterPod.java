package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.capi.CapiConditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pod that CDI fills a data volume with, by what it tells of itself. */
record ImporterPod(JsonObject pod) {
    private static final String IMPORTER = "quay.io/kubevirt/cdi-importer";
    private static final String DOCKER = "docker://";

    /** Why an import does not get on. */
    record Trouble(String reason, String message) {}

    /** The name of the pod for a data volume. */
    static String nameFor(String volume) {
        return "importer-" + volume;
    }

    /** The pod for a data volume; it goes with the claim that it fills. */
    static JsonObject build(JsonObject volume, JsonObject claim) {
        return JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                JsonObject.of(
                        "name",
                        nameFor(Meta.name(volume)),
                        "namespace",
                        Meta.namespace(volume),
                        "labels",
                        JsonObject.of("app", "containerized-data-importer", "cdi.kubevirt.io", "importer"),
                        "ownerReferences",
                        List.of(Meta.controllerReference(claim))),
                "spec",
                JsonObject.of(
                        "containers",
                        containers(volume),
                        "restartPolicy",
                        "OnFailure",
                        "volumes",
                        List.of(JsonObject.of(
                                "name",
                                "cdi-data-vol",
                                "persistentVolumeClaim",
                                JsonObject.of("claimName", Meta.name(claim))))));
    }

    /** Where the node pulls the image, a container of that image serves the disk to the importer. */
    private static List<JsonObject> containers(JsonObject volume) {
        JsonObject requests = JsonObject.of("requests", JsonObject.of("cpu", "100m", "memory", "60M"));
        List<JsonObject> containers = new ArrayList<>();
        containers.add(JsonObject.of("image", IMPORTER, "name", "importer", "resources", requests));
        JsonObject registry = volume.object("spec", "source", "registry");
        String url = registry.text("url");
        if (url != null && "node".equals(registry.text("pullMethod"))) {
            String image = url.startsWith(DOCKER) ? url.substring(DOCKER.length()) : url;
            containers.add(JsonObject.of("image", image, "name", "server"));
        }
        return containers;
    }

    /** Whether its containers have been started, whatever became of them. */
    boolean begun() {
        return "Running".equals(pod.text("status", "phase"));
    }

    /** Since when it does its work. */
    Optional<Instant> runningSince() {
        JsonArray statuses = pod.array("status", "containerStatuses");
        return statuses.isEmpty() || !CapiConditions.isTrue(pod, "Ready")
                ? Optional.empty()
                : Optional.ofNullable(statuses.object(0).text("state", "running", "startedAt"))
                        .map(Instant::parse);
    }

    /** How often its importer was restarted. */
    long restarts() {
        JsonArray statuses = pod.array("status", "containerStatuses");
        return statuses.isEmpty() ? 0 : statuses.object(0).integer(0, "restartCount");
    }

    /** What keeps it from its work. */
    Optional<Trouble> trouble() {
        if ("False".equals(CapiConditions.find(pod, "PodScheduled").text("status"))) {
            return Optional.of(new Trouble("Unschedulable", "Importer pod cannot be scheduled"));
        }
        for (Object item : pod.array("status", "containerStatuses")) {
            JsonObject status = (JsonObject) item;
            String reason = status.text("state", "waiting", "reason");
            if ("ImagePullBackOff".equals(reason)) {
                return Optional.of(new Trouble(
                        "ImagePullFailed", "failed to pull image: " + status.text("state", "waiting", "message")));
            }
            if ("CrashLoopBackOff".equals(reason)) {
                String message = status.text("lastState", "terminated", "message");
                return Optional.of(new Trouble("Error", message == null ? "" : message));
            }
        }
        return Optional.empty();
    }
}
