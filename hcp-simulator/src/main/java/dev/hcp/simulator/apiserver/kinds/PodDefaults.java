package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.edit;
import static dev.hcp.simulator.apiserver.kinds.Trees.editItems;
import static dev.hcp.simulator.apiserver.kinds.Trees.fill;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.ResourceQuantity;
import java.util.List;

/** Defaults of pod specs, in pods and in the templates of workloads. */
final class PodDefaults {
    /** Specs that are filled in. */
    private static final KnownSpecs COMPLETE = new KnownSpecs();

    private PodDefaults() {}

    /** The template of a workload with its pod spec filled in. */
    static JsonObject template(JsonObject template) {
        return edit(template, "spec", PodDefaults::spec);
    }

    /** A pod spec filled in. */
    static JsonObject spec(JsonObject spec) {
        if (COMPLETE.has(spec)) {
            return spec;
        }
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
        result = editItems(result, "volumes", VolumeDefaults::volume);
        if (!result.equals(spec)) {
            return result;
        }
        COMPLETE.add(spec);
        return spec;
    }

    private static JsonObject container(JsonObject container) {
        JsonObject result = container;
        result = fill(result, pullPolicy(Trees.text(result, "image")), "imagePullPolicy");
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

    /** Images with the tag latest, or with neither tag nor digest, are pulled always; others when they are not there. */
    private static String pullPolicy(String image) {
        int digest = image.indexOf('@');
        String name = digest < 0 ? image : image.substring(0, digest);
        int colon = name.lastIndexOf(':');
        boolean tagged = colon > name.lastIndexOf('/');
        String tag = tagged ? name.substring(colon + 1) : digest < 0 && !image.isEmpty() ? "latest" : "";
        return tag.equals("latest") ? "Always" : "IfNotPresent";
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

    /** The class of a pod in terms of guaranteed resources. */
    static String qosClass(JsonObject spec) {
        boolean any = false;
        boolean guaranteed = true;
        for (String list : List.of("containers", "initContainers")) {
            for (JsonObject container : FieldChecks.objects(spec, list)) {
                JsonObject requests = container.object("resources", "requests");
                JsonObject limits = container.object("resources", "limits");
                for (String resource : List.of("cpu", "memory")) {
                    ResourceQuantity limit = ResourceChecks.quantity(limits.get(resource));
                    ResourceQuantity request = ResourceChecks.quantity(requests.get(resource));
                    boolean limited = limit.amount().signum() > 0;
                    any |= limited || request.amount().signum() > 0;
                    guaranteed &= limited && limit.compareTo(request) == 0;
                }
            }
        }
        return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
    }
}
