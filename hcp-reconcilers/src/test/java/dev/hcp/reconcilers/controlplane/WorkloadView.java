package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;

/** Reads parts of Deployments and StatefulSets; specifications alone will do. */
final class WorkloadView {
    private WorkloadView() {}

    private static JsonObject pod(JsonObject workload) {
        JsonObject spec = workload.containsKey("spec") ? workload.object("spec") : workload;
        return spec.object("template", "spec");
    }

    static List<String> containers(JsonObject workload) {
        return names(pod(workload).array("containers"));
    }

    static List<String> initContainers(JsonObject workload) {
        return names(pod(workload).array("initContainers"));
    }

    private static List<String> names(JsonArray containers) {
        return containers.stream()
                .map(item -> String.valueOf(((JsonObject) item).text("name")))
                .toList();
    }

    static JsonObject container(JsonObject workload, String name) {
        return pod(workload).array("containers").stream()
                .map(JsonObject.class::cast)
                .filter(container -> name.equals(container.text("name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no container " + name));
    }

    /** Annotations of the pods, by which they are replaced when one changes. */
    static JsonObject annotations(JsonObject workload) {
        return workload.object("spec", "template", "metadata", "annotations");
    }
}
