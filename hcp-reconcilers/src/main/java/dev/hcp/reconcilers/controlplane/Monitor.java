package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.MetricsSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Prometheus collects of a component.
 *
 * @param name name of the ServiceMonitor or PodMonitor
 * @param ofPods whether pods are asked directly, and not by their Service
 * @param selector labels of the Service or the pods
 * @param port name of the port
 * @param filter which metrics are kept
 */
record Monitor(String name, boolean ofPods, Map<String, String> selector, String port, MetricsFilter filter) {
    private static final String CLUSTER = "_id";

    /** Through the component's Service, over TLS with the client certificate for metrics. */
    static Monitor service(String name) {
        return new Monitor(name, false, Map.of(), "", MetricsFilter.EVERYTHING);
    }

    /** From each pod. */
    static Monitor pods(String name) {
        return new Monitor(name, true, Map.of(), "", MetricsFilter.EVERYTHING);
    }

    Monitor selecting(Map<String, String> labels) {
        return new Monitor(name, ofPods, labels, port, filter);
    }

    Monitor port(String portName) {
        return new Monitor(name, ofPods, selector, portName, filter);
    }

    Monitor metrics(MetricsFilter kept) {
        return new Monitor(name, ofPods, selector, port, kept);
    }

    JsonObject render(ControlPlane controlPlane, MetricsSet set) {
        JsonObject mark = JsonObject.of(
                "action",
                "replace",
                "replacement",
                ControlPlane.text(controlPlane.spec(), "clusterID"),
                "targetLabel",
                CLUSTER);
        List<JsonObject> metrics = new ArrayList<>(filter.relabelings(set, controlPlane.references()));
        metrics.add(mark);
        JsonObject.Builder endpoint = JsonObject.builder(7)
                .put("interval", ofPods ? "60s" : "15s")
                .put("metricRelabelings", JsonArray.copyOf(metrics))
                .put("port", port)
                .put("relabelings", JsonArray.of(mark));
        if (ofPods) {
            endpoint.put("path", "/metrics").put("scheme", "http");
        } else {
            endpoint.put("scheme", "https").put("tlsConfig", tls());
        }
        return JsonObject.of(
                "apiVersion",
                "monitoring.coreos.com/v1",
                "kind",
                ofPods ? "PodMonitor" : "ServiceMonitor",
                "metadata",
                controlPlane.metadata(name, Map.of()),
                "spec",
                JsonObject.of(
                        "namespaceSelector",
                        JsonObject.of("matchNames", JsonArray.of(controlPlane.namespace())),
                        ofPods ? "podMetricsEndpoints" : "endpoints",
                        JsonArray.of(endpoint.build()),
                        "selector",
                        JsonObject.of("matchLabels", JsonObject.copyOf(selector))));
    }

    private JsonObject tls() {
        return JsonObject.of(
                "ca",
                JsonObject.of("configMap", JsonObject.of("key", "ca.crt", "name", "root-ca")),
                "cert",
                JsonObject.of("secret", JsonObject.of("key", "tls.crt", "name", "metrics-client")),
                "keySecret",
                JsonObject.of("key", "tls.key", "name", "metrics-client"),
                "serverName",
                name);
    }
}
