package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.ClusterVersion;
import java.util.List;

/** Tells the version operator whose cluster it works in, and where it hears of updates. */
final class ClusterRelease {
    /** Operators of the payload that run with the control plane: namespace and name of their Deployments. */
    private static final List<List<String>> RUN_OUTSIDE = List.of(
            List.of("openshift-cluster-node-tuning-operator", "cluster-node-tuning-operator"),
            List.of("openshift-cluster-storage-operator", "cluster-storage-operator"),
            List.of("openshift-cluster-storage-operator", "csi-snapshot-controller-operator"),
            List.of("openshift-dns-operator", "dns-operator"),
            List.of("openshift-image-registry", "cluster-image-registry-operator"),
            List.of("openshift-ingress-operator", "ingress-operator"),
            List.of("openshift-network-operator", "network-operator"));

    private static final JsonArray OVERRIDES = JsonArray.copyOf(RUN_OUTSIDE.stream()
            .map(deployment -> JsonObject.of(
                    "group",
                    "apps",
                    "kind",
                    "Deployment",
                    "name",
                    deployment.get(1),
                    "namespace",
                    deployment.get(0),
                    "unmanaged",
                    true))
            .toList());

    private ClusterRelease() {}

    /** What to run is not asked for here: the version operator of the control plane runs that release's payload. */
    static void reconcile(HostedPass pass) {
        pass.applySpec(ClusterVersion.class, "version", () -> JsonObject.builder(4)
                .put("clusterID", pass.spec().get("clusterID"))
                .putIfPresent("channel", pass.spec().get("channel"))
                .put("overrides", OVERRIDES)
                .putIfPresent("upstream", pass.spec().get("updateService"))
                .build());
    }
}
