package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.orNone;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.wide;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** The columns of pods; their status is a summary of everything that may keep a pod from running. */
final class PodColumns {
    private PodColumns() {}

    static List<Column> columns(Column name, Column age) {
        return List.of(
                name,
                column("Ready", pod -> Summary.of(pod).ready()),
                column("Status", pod -> Summary.of(pod).status()),
                new Column("Restarts", "string", "", "Restarts", 0, (pod, now) -> Summary.of(pod)
                        .restarts(now)),
                age,
                wide("IP", pod -> orNone(text(pod, "status", "podIP"))),
                wide("Node", pod -> orNone(text(pod, "spec", "nodeName"))),
                wide("Nominated Node", pod -> orNone(text(pod, "status", "nominatedNodeName"))),
                wide("Readiness Gates", PodColumns::readinessGates));
    }

    private static String readinessGates(JsonObject pod) {
        JsonArray gates = pod.array("spec", "readinessGates");
        if (gates.isEmpty()) {
            return "<none>";
        }
        int met = 0;
        for (int i = 0; i < gates.size(); i++) {
            met += conditionStatus(pod, text(gates.object(i), "conditionType")).equals("True") ? 1 : 0;
        }
        return met + "/" + gates.size();
    }

    private static String conditionStatus(JsonObject pod, String type) {
        JsonArray conditions = pod.array("status", "conditions");
        for (int i = 0; i < conditions.size(); i++) {
            if (type.equals(conditions.object(i).text("type"))) {
                return text(conditions.object(i), "status");
            }
        }
        return "";
    }

    static JsonArray rowConditions(JsonObject pod) {
        return switch (text(pod, "status", "phase")) {
            case "Succeeded" -> completed("Succeeded", "The pod has completed successfully.");
            case "Failed" -> completed("Failed", "The pod failed.");
            default -> JsonArray.EMPTY;
        };
    }

    private static JsonArray completed(String reason, String message) {
        return JsonArray.of(JsonObject.of("type", "Completed", "status", "True", "reason", reason, "message", message));
    }

    /** What the containers of a pod come to. */
    private static final class Summary {
        private final JsonObject pod;
        private String reason;
        private long restarts;
        private String lastRestart = "";
        private int ready;
        private int total;

        private Summary(JsonObject pod) {
            this.pod = pod;
            String phase = text(pod, "status", "phase");
            reason = text(pod, "status", "reason").isEmpty() ? phase : text(pod, "status", "reason");
            total = pod.array("spec", "containers").size();
        }

        static Summary of(JsonObject pod) {
            Summary summary = new Summary(pod);
            summary.schedulingGates();
            boolean initializing = summary.initContainers();
            if (!initializing || conditionStatus(pod, "Initialized").equals("True")) {
                summary.containers();
            }
            summary.deletion();
            return summary;
        }

        String ready() {
            return ready + "/" + total;
        }

        String status() {
            return reason;
        }

        String restarts(Instant now) {
            return lastRestart.isEmpty()
                    ? Long.toString(restarts)
                    : restarts + " (" + Column.age(lastRestart, now) + " ago)";
        }

        private void schedulingGates() {
            JsonArray conditions = pod.array("status", "conditions");
            for (int i = 0; i < conditions.size(); i++) {
                if ("PodScheduled".equals(conditions.object(i).text("type"))
                        && "SchedulingGated".equals(conditions.object(i).text("reason"))) {
                    reason = "SchedulingGated";
                }
            }
        }

        private boolean initContainers() {
            JsonArray statuses = pod.array("status", "initContainerStatuses");
            JsonArray specs = pod.array("spec", "initContainers");
            for (int i = 0; i < specs.size(); i++) {
                total += "Always".equals(specs.object(i).text("restartPolicy")) ? 1 : 0;
            }
            for (int i = 0; i < statuses.size(); i++) {
                JsonObject status = statuses.object(i);
                count(status);
                JsonObject state = status.object("state");
                JsonObject terminated = state.object("terminated");
                if (!terminated.isEmpty() && terminated.integer(0, "exitCode") == 0) {
                    continue;
                }
                if (isSidecar(specs, text(status, "name")) && status.isTrue("started")) {
                    ready += status.isTrue("ready") ? 1 : 0;
                    continue;
                }
                String waiting = text(state, "waiting", "reason");
                if (!terminated.isEmpty()) {
                    reason = "Init:" + ended(terminated);
                } else if (!waiting.isEmpty() && !waiting.equals("PodInitializing")) {
                    reason = "Init:" + waiting;
                } else {
                    reason = "Init:" + i + "/" + specs.size();
                }
                return true;
            }
            return false;
        }

        private static boolean isSidecar(JsonArray specs, String name) {
            for (int i = 0; i < specs.size(); i++) {
                if (name.equals(specs.object(i).text("name"))) {
                    return "Always".equals(specs.object(i).text("restartPolicy"));
                }
            }
            return false;
        }

        private static String ended(JsonObject terminated) {
            if (!text(terminated, "reason").isEmpty()) {
                return text(terminated, "reason");
            }
            long signal = terminated.integer(0, "signal");
            return signal != 0 ? "Signal:" + signal : "ExitCode:" + terminated.integer(0, "exitCode");
        }

        private void containers() {
            JsonArray statuses = pod.array("status", "containerStatuses");
            boolean running = false;
            restarts = 0;
            lastRestart = "";
            for (int i = statuses.size() - 1; i >= 0; i--) {
                JsonObject status = statuses.object(i);
                count(status);
                JsonObject state = status.object("state");
                if (!text(state, "waiting", "reason").isEmpty()) {
                    reason = text(state, "waiting", "reason");
                } else if (!state.object("terminated").isEmpty()) {
                    reason = ended(state.object("terminated"));
                } else if (status.isTrue("ready") && state.containsKey("running")) {
                    running = true;
                    ready++;
                }
            }
            if (reason.equals("Completed") && running) {
                reason = conditionStatus(pod, "Ready").equals("True") ? "Running" : "NotReady";
            }
        }

        private void count(JsonObject status) {
            restarts += status.integer(0, "restartCount");
            String finished = text(status, "lastState", "terminated", "finishedAt");
            if (finished.compareTo(lastRestart) > 0) {
                lastRestart = finished;
            }
        }

        private void deletion() {
            if (pod.at("metadata", "deletionTimestamp") == null) {
                return;
            }
            String phase = text(pod, "status", "phase");
            if (text(pod, "status", "reason").equals("NodeLost")) {
                reason = "Unknown";
            } else if (!phase.equals("Succeeded") && !phase.equals("Failed")) {
                reason = "Terminating";
            }
        }
    }
}
