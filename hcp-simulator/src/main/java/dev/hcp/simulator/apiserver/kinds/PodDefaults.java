package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;

/** Defaults of pod specs, in pods and in the templates of workloads. */
final class PodDefaults {
    private static final List<String> VOLUME_MODES = List.of("secret", "configMap", "downwardAPI", "projected");

    private PodDefaults() {}

    /** The template of a workload with its pod spec filled in. */
    static JsonObject template(JsonObject template) {
        return edit(template, "spec", PodDefaults::spec);
    }

    /** A pod spec filled in. */
    static JsonObject spec(JsonObject spec) {
        JsonObject result = fill(spec, "Always", "restartPolicy");
        result = fill(result, 30L, "terminationGracePeriodSeconds");
        result = fill(result, "ClusterFirst", "dnsPolicy");
        result = fill(result, JsonObject.EMPTY, "securityContext");
        result = fill(result, "default-scheduler", "schedulerName");
        if (result.get("serviceAccountName") != null) {
            // The older name of the field is kept equal.
            result = result.with("serviceAccount", result.get("serviceAccountName"));
        } else if (result.get("serviceAccount") != null) {
            result = result.with("serviceAccountName", result.get("serviceAccount"));
        }
        result = editItems(result, "initContainers", PodDefaults::container);
        result = editItems(result, "containers", PodDefaults::container);
        result = editItems(result, "ephemeralContainers", PodDefaults::container);
        return editItems(result, "volumes", PodDefaults::volume);
    }

    private static JsonObject container(JsonObject container) {
        JsonObject result = container;
        if (result.text("imagePullPolicy") == null && result.text("image") != null) {
            result = result.with("imagePullPolicy", pullPolicy(Trees.text(result, "image")));
        }
        result = fill(result, "/dev/termination-log", "terminationMessagePath");
        result = fill(result, "File", "terminationMessagePolicy");
        result = fill(result, JsonObject.EMPTY, "resources");
        result = editItems(result, "ports", port -> fill(port, "TCP", "protocol"));
        result = editItems(
                result,
                "env",
                variable -> edit(
                        variable, "valueFrom", from -> edit(from, "fieldRef", ref -> fill(ref, "v1", "apiVersion"))));
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            result = edit(result, probe, PodDefaults::probe);
        }
        return edit(
                result,
                "lifecycle",
                lifecycle -> edit(edit(lifecycle, "postStart", PodDefaults::action), "preStop", PodDefaults::action));
    }

    /** Images with the tag latest, or with no tag, are pulled always; others when they are not there. */
    private static String pullPolicy(String image) {
        if (image.contains("@")) {
            return "IfNotPresent";
        }
        int colon = image.lastIndexOf(':');
        boolean tagged = colon > image.lastIndexOf('/');
        return !tagged || image.substring(colon + 1).equals("latest") ? "Always" : "IfNotPresent";
    }

    private static JsonObject probe(JsonObject probe) {
        JsonObject result = action(probe);
        result = edit(result, "grpc", grpc -> fill(grpc, "", "service"));
        result = fill(result, 1L, "timeoutSeconds");
        result = fill(result, 10L, "periodSeconds");
        result = fill(result, 1L, "successThreshold");
        return fill(result, 3L, "failureThreshold");
    }

    private static JsonObject action(JsonObject action) {
        return edit(action, "httpGet", get -> fill(fill(get, "/", "path"), "HTTP", "scheme"));
    }

    private static JsonObject volume(JsonObject volume) {
        JsonObject result = volume;
        if (result.size() <= 1 && result.get("name") != null) {
            return result.with("emptyDir", JsonObject.EMPTY);
        }
        for (String source : VOLUME_MODES) {
            result = edit(result, source, s -> fill(s, 420L, "defaultMode"));
        }
        result = edit(result, "hostPath", s -> fill(s, "", "type"));
        result = edit(
                result,
                "downwardAPI",
                s -> editItems(s, "items", item -> edit(item, "fieldRef", ref -> fill(ref, "v1", "apiVersion"))));
        return edit(
                result,
                "projected",
                s -> editItems(
                        s,
                        "sources",
                        source ->
                                edit(source, "serviceAccountToken", token -> fill(token, 3600L, "expirationSeconds"))));
    }

    /** The class of a pod in terms of guaranteed resources. */
    static String qosClass(JsonObject spec) {
        boolean any = false;
        boolean guaranteed = true;
        for (String list : List.of("containers", "initContainers")) {
            JsonArray containers = spec.array(list);
            for (int i = 0; i < containers.size(); i++) {
                JsonObject requests = containers.object(i).object("resources", "requests");
                JsonObject limits = containers.object(i).object("resources", "limits");
                any |= !requests.isEmpty() || !limits.isEmpty();
                for (String resource : List.of("cpu", "memory")) {
                    Object limit = limits.get(resource);
                    Object request = requests.get(resource);
                    guaranteed &= limit != null && (request == null || limit.equals(request));
                }
            }
        }
        return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
    }
}
