package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.kernel.Seed;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.BiFunction;

/** What a kubelet tells of the containers of a pod, one by one; what it told before is where it begins. */
final class ContainerStatuses {
    private static final String INIT = "initContainers";
    private static final String INIT_STATUSES = "initContainerStatuses";
    private static final String STATUSES = "containerStatuses";
    private static final HexFormat HEX = HexFormat.of();
    private static final JsonObject NONE = JsonObject.EMPTY;

    private ContainerStatuses() {}

    /** The status of a container of a pod before; the empty object when there is none. */
    static JsonObject of(JsonObject pod, String container) {
        JsonObject found = named(pod.array("status", STATUSES), container);
        return found.isEmpty() ? named(pod.array("status", INIT_STATUSES), container) : found;
    }

    private static JsonObject named(JsonArray statuses, String container) {
        for (int i = 0; i < statuses.size(); i++) {
            if (container.equals(statuses.object(i).text("name"))) {
                return statuses.object(i);
            }
        }
        return NONE;
    }

    /** Whether its containers run, ready or not. */
    static boolean running(JsonObject pod) {
        JsonArray statuses = pod.array("status", STATUSES);
        return !statuses.isEmpty()
                && !statuses.object(0).object("state", "running").isEmpty();
    }

    /** The containers that wait for a reason. */
    static JsonArray waiting(JsonObject pod, String reason) {
        JsonObject state = waiting(JsonObject.of("reason", reason));
        return each(pod, "containers", (container, before) -> status(container, before, false, state));
    }

    private static JsonObject waiting(JsonObject why) {
        return JsonObject.of("waiting", why);
    }

    /** Containers whose images cannot be pulled, and those beside them that are left to be made. */
    static JsonArray unpulled(JsonObject pod, PodTroubles.Trouble trouble) {
        JsonObject left = waiting(JsonObject.of("reason", "ContainerCreating"));
        return each(pod, "containers", (container, before) -> {
            if (!trouble.concerns(container)) {
                return status(container, before, false, left);
            }
            String message = "Back-off pulling image \"" + container.text("image") + "\"";
            JsonObject state = waiting(JsonObject.of("message", message, "reason", "ImagePullBackOff"));
            return status(container, before, false, state);
        });
    }

    /**
     * Containers that end whenever they start.
     *
     * @param message their last words, or the empty text
     */
    static JsonArray crashing(JsonObject pod, String message, Instant now) {
        return each(pod, "containers", (container, before) -> {
            JsonObject ended = ended(pod, container, 1, "Error");
            JsonObject last = message.isEmpty() ? ended : ended.with("message", message);
            return crashing(pod, container, before, last, now);
        });
    }

    private static JsonObject crashing(
            JsonObject pod, JsonObject container, JsonObject before, JsonObject ended, Instant now) {
        CrashLoop loop = CrashLoop.of(before, now);
        String finished = Meta.time(loop.ended());
        JsonObject running = before.object("state", "running");
        JsonObject last = before.object("lastState", "terminated");
        if (!finished.equals(last.text("finishedAt")) || !running.isEmpty()) {
            Object since = running.isEmpty() ? finished : running.get("startedAt");
            last = ended.with("finishedAt", finished).with("startedAt", since);
        }
        return status(container, before, false, loop.state(pod, String.valueOf(container.text("name"))))
                .with("restartCount", loop.restarts())
                .with("lastState", JsonObject.of("terminated", last));
    }

    /**
     * Containers that run.
     *
     * @param unready the one that does not pass its readiness probe, or the empty text
     * @param lost whether those that ran before are gone, as after their node was off
     */
    static JsonArray running(JsonObject pod, String unready, boolean lost, Instant now) {
        JsonObject running = JsonObject.of("running", JsonObject.of("startedAt", Meta.time(now)));
        return each(pod, "containers", (container, before) -> {
            boolean ready = !unready.equals(container.text("name"));
            JsonObject known = before.object("state", "running");
            if (!known.isEmpty() && !lost) {
                return before.with("ready", ready);
            }
            JsonObject status = status(container, before, true, running)
                    .with("ready", ready)
                    .with("containerID", id(pod, container));
            if (!known.isEmpty()) {
                JsonObject unknown = JsonObject.of(
                        "exitCode",
                        137,
                        "message",
                        "The container could not be located when the pod was deleted.  The container used to be Running",
                        "reason",
                        "ContainerStatusUnknown");
                status = status.with("lastState", JsonObject.of("terminated", unknown));
            }
            return !known.isEmpty() || hasEnded(before)
                    ? status.with("restartCount", before.integer(0, "restartCount") + 1)
                    : status;
        });
    }

    /** Containers that have ended for good. */
    static JsonArray ended(JsonObject pod, int exitCode, String reason, Instant now) {
        return each(pod, "containers", (container, before) -> {
            String since = before.text("state", "running", "startedAt");
            JsonObject end = ended(pod, container, exitCode, reason)
                    .with("finishedAt", Meta.time(now))
                    .with("startedAt", since == null ? Meta.time(now) : since);
            return status(container, before, false, JsonObject.of("terminated", end))
                    .with("imageID", container.text("image"))
                    .with("containerID", end.get("containerID"));
        });
    }

    /** Since when the first container of a pod runs. */
    static Instant startOf(JsonObject pod) {
        String since = pod.array("status", STATUSES).object(0).text("state", "running", "startedAt");
        return since == null ? Instant.EPOCH : Instant.parse(since);
    }

    /** Initial containers that have not begun. */
    static JsonArray uninitialized(JsonObject pod) {
        JsonObject state = waiting(JsonObject.of("reason", "PodInitializing"));
        return each(pod, INIT, (container, before) -> status(container, before, false, state));
    }

    /** Initial containers that have done their work. */
    static JsonArray initialized(JsonObject pod, Instant now) {
        return each(pod, INIT, (container, before) -> initialized(pod, container, before, now));
    }

    private static JsonObject initialized(JsonObject pod, JsonObject container, JsonObject before, Instant now) {
        if (before.isTrue("ready")) {
            return before;
        }
        String time = Meta.time(now);
        JsonObject done =
                ended(pod, container, 0, "Completed").with("finishedAt", time).with("startedAt", time);
        JsonObject status = status(container, before, true, JsonObject.of("terminated", done))
                .with("started", false)
                .with("containerID", done.get("containerID"));
        return hasEnded(before) ? status.with("restartCount", before.integer(0, "restartCount") + 1) : status;
    }

    /** Initial containers one of which fails: those before it have done their work, those after it have not begun. */
    static JsonArray failing(JsonObject pod, String failing, int exitCode, String reason, Instant now) {
        boolean[] reached = {false};
        return each(pod, INIT, (container, before) -> {
            if (reached[0]) {
                return status(container, before, false, waiting(JsonObject.of("reason", "PodInitializing")));
            }
            reached[0] = failing.equals(container.text("name"));
            return reached[0]
                    ? crashing(pod, container, before, ended(pod, container, exitCode, reason), now)
                    : initialized(pod, container, before, now);
        });
    }

    /** Whether a container has run and ended before. */
    private static boolean hasEnded(JsonObject status) {
        return !status.object("lastState", "terminated").isEmpty();
    }

    private static JsonObject ended(JsonObject pod, JsonObject container, int exitCode, String reason) {
        return JsonObject.of("containerID", id(pod, container), "exitCode", exitCode, "reason", reason);
    }

    private static String id(JsonObject pod, JsonObject container) {
        long id = Seed.hash(Meta.uid(pod) + container.text("name"));
        return "cri-o://" + HEX.toHexDigits(id) + HEX.toHexDigits(~id);
    }

    private static JsonArray each(
            JsonObject pod, String list, BiFunction<JsonObject, JsonObject, JsonObject> statusFrom) {
        JsonArray containers = pod.array("spec", list);
        Object[] statuses = new Object[containers.size()];
        for (int i = 0; i < statuses.length; i++) {
            JsonObject container = containers.object(i);
            statuses[i] = statusFrom.apply(container, of(pod, String.valueOf(container.text("name"))));
        }
        return JsonArray.of(statuses);
    }

    private static JsonObject status(JsonObject container, JsonObject before, boolean ready, JsonObject state) {
        String image = String.valueOf(container.text("image"));
        return JsonObject.builder(9)
                .put("image", image)
                .put("imageID", ready ? image : "")
                .putIfPresent("lastState", before.get("lastState"))
                .put("name", container.text("name"))
                .put("ready", ready)
                .put("restartCount", before.integer(0, "restartCount"))
                .put("started", ready)
                .put("state", state)
                .build();
    }
}
