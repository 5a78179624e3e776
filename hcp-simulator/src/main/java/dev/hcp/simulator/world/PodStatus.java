package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.faults.Fault.ContainerFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The status of a pod at the steps of its life. */
final class PodStatus {
    private static final String INITIALIZED = "Initialized";
    private static final String INIT_STATUSES = "initContainerStatuses";
    private static final String STATUSES = "containerStatuses";
    private static final String WAITS_FOR_INIT = "PodInitializing";

    private PodStatus() {}

    static JsonObject starting(JsonObject pod, String hostAddress, Instant now) {
        JsonArray first = pod.array("spec", "initContainers");
        ConditionList conditions = new ConditionList(pod.array("status", "conditions"), now)
                .set("PodReadyToStartContainers", false, null, null);
        if (first.isEmpty()) {
            conditions.set(INITIALIZED, true, null, null);
        } else {
            conditions.set(INITIALIZED, false, "ContainersNotInitialized", incomplete(first, ""));
        }
        unready(conditions, names(pod.array("spec", "containers"))).set("PodScheduled", true, null, null);
        JsonObject.Builder status = JsonObject.builder(6)
                .put("conditions", conditions.build())
                .put(STATUSES, ContainerStatuses.waiting(pod, first.isEmpty() ? "ContainerCreating" : WAITS_FOR_INIT))
                .put("hostIP", hostAddress);
        if (!first.isEmpty()) {
            status.put(INIT_STATUSES, ContainerStatuses.uninitialized(pod));
        }
        return status.put("phase", "Pending").put("startTime", Meta.time(now)).build();
    }

    /**
     * Of a pod that runs.
     *
     * @param unready the container that does not pass its readiness probe, or the empty text
     */
    static JsonObject running(JsonObject pod, String address, String unready, Instant now) {
        JsonArray before = pod.array("status", "conditions");
        // Others than the kubelet say that a pod is not ready when its node is away; they do not speak of containers.
        boolean lost = !PodTemplates.ready(pod) && ConditionList.isTrue(before, "ContainersReady");
        ConditionList conditions = new ConditionList(before, now)
                .set("PodReadyToStartContainers", true, null, null)
                .set(INITIALIZED, true, null, null);
        if (unready.isEmpty()) {
            conditions.set("Ready", true, null, null).set("ContainersReady", true, null, null);
        } else {
            unready(conditions, unready);
        }
        return withInit(pod, now)
                .put("conditions", conditions.build())
                .put(STATUSES, ContainerStatuses.running(pod, unready, lost, now))
                .put("phase", "Running")
                .put("podIP", address)
                .put("podIPs", JsonArray.of(JsonObject.of("ip", address)))
                .build();
    }

    /** Of a pod whose containers have ended and are not started again. */
    static JsonObject ended(JsonObject pod, boolean well, Instant now) {
        String reason = well ? "PodCompleted" : "PodFailed";
        ConditionList conditions = new ConditionList(pod.array("status", "conditions"), now)
                .set("PodReadyToStartContainers", false, null, null)
                .set(INITIALIZED, true, well ? reason : null, null)
                .set("Ready", false, reason, null)
                .set("ContainersReady", false, reason, null);
        return withInit(pod, now)
                .put("conditions", conditions.build())
                .put(STATUSES, ContainerStatuses.ended(pod, well ? 0 : 1, well ? "Completed" : "Error", now))
                .put("phase", well ? "Succeeded" : "Failed")
                .build();
    }

    private static JsonObject.Builder withInit(JsonObject pod, Instant now) {
        JsonObject.Builder status = JsonObject.builder(6);
        return pod.array("spec", "initContainers").isEmpty()
                ? status
                : status.put(INIT_STATUSES, ContainerStatuses.initialized(pod, now));
    }

    /** As a kubelet reports containers that it cannot keep running. */
    static JsonObject failing(JsonObject pod, PodTroubles.Trouble trouble, Instant now) {
        ConditionList conditions = new ConditionList(pod.array("status", "conditions"), now)
                .set("PodReadyToStartContainers", true, null, null)
                .set(INITIALIZED, true, null, null);
        boolean crash = trouble.how() == ContainerFailure.CRASH;
        return withInit(pod, now)
                .put(
                        "conditions",
                        unready(conditions, names(pod.array("spec", "containers")))
                                .build())
                .put(
                        STATUSES,
                        crash
                                ? ContainerStatuses.crashing(pod, trouble.message(), now)
                                : ContainerStatuses.unpulled(pod, trouble))
                .put("phase", crash ? "Running" : "Pending")
                .build();
    }

    /** Of a pod one of whose initial containers ends with an error. */
    static JsonObject failingInit(JsonObject pod, String container, int exitCode, String reason, Instant now) {
        ConditionList conditions = new ConditionList(pod.array("status", "conditions"), now)
                .set("PodReadyToStartContainers", true, null, null)
                .set(
                        INITIALIZED,
                        false,
                        "ContainersNotInitialized",
                        incomplete(pod.array("spec", "initContainers"), container));
        return JsonObject.of(
                "conditions",
                unready(conditions, names(pod.array("spec", "containers"))).build(),
                STATUSES,
                ContainerStatuses.waiting(pod, WAITS_FOR_INIT),
                INIT_STATUSES,
                ContainerStatuses.failing(pod, container, exitCode, reason, now),
                "phase",
                "Pending");
    }

    /** Whether the initial containers of a pod have done their work. */
    static boolean initialized(JsonObject pod) {
        return ConditionList.isTrue(pod.array("status", "conditions"), INITIALIZED);
    }

    /** What a kubelet warns of. */
    record Complaint(String reason, String message) {}

    /** The warnings that come with containers that fail. */
    static List<Complaint> complaints(JsonObject pod, PodTroubles.Trouble trouble) {
        JsonObject first = first(pod, trouble);
        if (trouble.how() == ContainerFailure.CRASH) {
            return List.of(new Complaint("BackOff", backOff(pod, String.valueOf(first.text("name")))));
        }
        String image = "\"" + first.text("image") + "\"";
        List<Complaint> complaints = new ArrayList<>();
        complaints.add(new Complaint("BackOff", "Back-off pulling image " + image));
        complaints.add(new Complaint("Failed", "Error: ImagePullBackOff"));
        if (!trouble.message().isEmpty()) {
            complaints.add(new Complaint("Failed", "Failed to pull image " + image + ": " + trouble.message()));
        }
        return complaints;
    }

    /** The first container that suffers. */
    private static JsonObject first(JsonObject pod, PodTroubles.Trouble trouble) {
        JsonArray containers = pod.array("spec", "containers");
        for (int i = 0; i < containers.size(); i++) {
            if (trouble.concerns(containers.object(i))) {
                return containers.object(i);
            }
        }
        return containers.object(0);
    }

    static String backOff(JsonObject pod, String container) {
        return "Back-off restarting failed container " + container + " in pod " + Meta.name(pod) + "_"
                + Meta.namespace(pod) + "(" + Meta.uid(pod) + ")";
    }

    private static ConditionList unready(ConditionList conditions, String containers) {
        String message = "containers with unready status: [" + containers + "]";
        return conditions
                .set("Ready", false, "ContainersNotReady", message)
                .set("ContainersReady", false, "ContainersNotReady", message);
    }

    /** In the words of a kubelet, from one of the containers on; from the first when the text is empty. */
    private static String incomplete(JsonArray containers, String from) {
        String all = " " + names(containers) + " ";
        return "containers with incomplete status: ["
                + (from.isEmpty() ? all : all.substring(all.indexOf(" " + from + " "))).strip() + "]";
    }

    private static String names(JsonArray containers) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < containers.size(); i++) {
            names.append(i == 0 ? "" : " ").append(containers.object(i).text("name"));
        }
        return names.toString();
    }
}
