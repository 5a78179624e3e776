package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Map;

/** Metrics of a control plane that are recorded in a condensed form. */
final class RecordingRules {
    static final String NAME = "recording-rules";

    private RecordingRules() {}

    static JsonObject render(ControlPlane controlPlane) {
        JsonObject requests = JsonObject.of(
                "expr",
                "sum(rate(apiserver_request_total{namespace=\"" + controlPlane.namespace()
                        + "\"}[5m])) by (verb, code)",
                "record",
                "hypershift:apiserver_request_total:rate5m");
        return JsonObject.of(
                "apiVersion",
                "monitoring.coreos.com/v1",
                "kind",
                "PrometheusRule",
                "metadata",
                controlPlane.metadata(NAME, Map.of()),
                "spec",
                JsonObject.of(
                        "groups",
                        JsonArray.of(JsonObject.of("name", "hypershift.rules", "rules", JsonArray.of(requests)))));
    }
}
