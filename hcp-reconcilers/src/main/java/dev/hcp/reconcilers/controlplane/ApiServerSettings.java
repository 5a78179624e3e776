package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import java.util.List;

/** Command line and environment of the API server's container. */
final class ApiServerSettings {
    private static final String VERBOSITY = "2";
    private static final String COLLECTION = "100";

    private ApiServerSettings() {}

    static JsonObject of(ControlPlane controlPlane) {
        JsonArray environment =
                JsonArray.of(variable("GOGC", orDefault(controlPlane, Annotations.KUBE_APISERVER_GOGC, COLLECTION)));
        String limit = orDefault(controlPlane, Annotations.KUBE_APISERVER_GOMEMLIMIT, "");
        return JsonObject.of(
                "args",
                JsonArray.of(
                        "kube-apiserver",
                        "--openshift-config=/etc/kubernetes/config/config.json",
                        "--v=" + orDefault(controlPlane, Annotations.KUBE_APISERVER_VERBOSITY_LEVEL, VERBOSITY)),
                "env",
                limit.isEmpty() ? environment : JsonArray.of(environment.get(0), variable("GOMEMLIMIT", limit)));
    }

    private static String orDefault(ControlPlane controlPlane, String annotation, String fallback) {
        return controlPlane
                .annotation(annotation)
                .filter(value -> !value.isEmpty())
                .orElse(fallback);
    }

    private static JsonObject variable(String name, String value) {
        return JsonObject.of("name", name, "value", value);
    }

    /** The option by which a component offers no profiles of itself, where the user wants it so. */
    static List<String> profiling(ControlPlane controlPlane, String component) {
        return controlPlane.profiled(component) ? List.of() : List.of("--profiling=false");
    }
}
