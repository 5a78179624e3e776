package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.MetricsSet;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.PodMonitor;
import io.fabric8.kubernetes.api.model.ConfigMap;

/** What the management cluster's monitoring needs to know of a control plane. */
final class MonitoringObjects {
    private static final String SRE_METRICS = "sre-metric-set";
    private static final String SRE_METRICS_KEY = "config";

    private final ClusterView cluster;
    private final Pass pass;

    MonitoringObjects(ClusterView cluster, Pass pass) {
        this.cluster = cluster;
        this.pass = pass;
    }

    /**
     * The choice of metrics that site reliability engineers made for all control planes.
     *
     * @throws HcpException when they made none
     */
    void copyMetricsChoice() {
        ManagementCluster management = pass.managementCluster();
        if (management.operator().metricsSet() != MetricsSet.SRE) {
            return;
        }
        JsonObject source = pass.tree(ConfigMap.class, management.operator().namespace(), SRE_METRICS)
                .orElseThrow(() -> new HcpException("failed to reconcile SRE metrics config: failed to get hypershift"
                        + " SRE metrics configmap: configmaps \"" + SRE_METRICS + "\" not found"));
        JsonObject data = source.object("data");
        pass.edit(
                ConfigMap.class,
                cluster.inControlPlane(SRE_METRICS),
                copy -> copy.with(
                        "data",
                        data.containsKey(SRE_METRICS_KEY)
                                ? JsonObject.of(SRE_METRICS_KEY, data.get(SRE_METRICS_KEY))
                                : JsonObject.EMPTY));
    }

    /** Has the metrics of the control plane operator collected. */
    void monitorOperator(Memory.OfPrimary memory) {
        if (pass.managementCluster().serves(ManagementCluster.MONITORING)
                && cluster.annotation(Annotations.DISABLE_MONITORING_SERVICES).isEmpty()) {
            pass.apply(memory, PodMonitor.class, cluster.inControlPlane("controlplane-operator"), this::podMonitor);
        }
    }

    private JsonObject podMonitor() {
        JsonObject endpoint = JsonObject.of(
                "interval",
                "15s",
                "port",
                "metrics",
                "relabelings",
                JsonArray.of(JsonObject.of(
                        "action", "replace", "replacement", cluster.text("clusterID"), "targetLabel", "_id")));
        return JsonObject.of(
                "apiVersion",
                "monitoring.coreos.com/v1",
                "kind",
                "PodMonitor",
                "metadata",
                cluster.metadata("controlplane-operator"),
                "spec",
                JsonObject.of(
                        "jobLabel",
                        "component",
                        "namespaceSelector",
                        JsonObject.of("matchNames", JsonArray.of(cluster.controlPlaneNamespace())),
                        "podMetricsEndpoints",
                        JsonArray.of(endpoint),
                        "selector",
                        JsonObject.of("matchLabels", JsonObject.of("name", "control-plane-operator"))));
    }
}
