package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.OperatorFeature;
import dev.hcp.platforms.ReleaseMetadata;
import java.util.ArrayList;
import java.util.List;

/** The network policies of a control plane namespace: closed but for what is named here. */
final class NetworkPolicies {
    private static final String POLICY_GROUP = "network.openshift.io/policy-group";

    private final ClusterView cluster;
    private final List<JsonObject> policies = new ArrayList<>();

    private NetworkPolicies(ClusterView cluster) {
        this.cluster = cluster;
    }

    /**
     * The policies a cluster has.
     *
     * @param release the release of its control plane
     * @param management the management cluster
     */
    static List<JsonObject> of(ClusterView cluster, ReleaseMetadata release, ManagementCluster management) {
        NetworkPolicies all = new NetworkPolicies(cluster);
        all.everywhere();
        all.byPlatform(release, management);
        if (management.operator().has(OperatorFeature.SHARED_INGRESS)) {
            all.fromNamespaces("sharedingress", PolicyRules.NAMESPACE_NAME, "hypershift-sharedingress");
        }
        all.nodePorts();
        return all.policies;
    }

    private void everywhere() {
        fromNamespaces("openshift-ingress", POLICY_GROUP, "ingress");
        ingress("same-namespace", JsonObject.EMPTY, JsonArray.of(PolicyRules.pods(JsonObject.EMPTY)), JsonArray.EMPTY);
        toPorts("kas", "kube-apiserver", 6443);
        fromNamespaces("openshift-monitoring", POLICY_GROUP, "monitoring");
    }

    private void byPlatform(ReleaseMetadata release, ManagementCluster management) {
        switch (cluster.platformType()) {
            case "AWS" -> {
                if (release.announces(OperatorCapability.LABELS_MANAGEMENT_API_ACCESS)) {
                    add("management-kas", EgressPolicies.managementApi(management));
                    if (management.operator().has(OperatorFeature.HOSTED_METRICS_ACCESS)) {
                        add("metrics-server", EgressPolicies.metricsServer());
                    }
                }
                add("private-router", EgressPolicies.privateRouter(release.version(), management));
            }
            case "Azure" -> add("private-router", EgressPolicies.privateRouter(release.version(), management));
            case "KubeVirt" -> {
                if (cluster.spec().at("platform", "kubevirt", "credentials") == null) {
                    add("virt-launcher", EgressPolicies.virtualMachines(cluster, management.network()));
                }
            }
            default -> {}
        }
    }

    private void nodePorts() {
        if (cluster.publishes("OAuthServer", "NodePort")) {
            toPorts("nodeport-oauth", "oauth-openshift", 6443);
        }
        if (cluster.publishes("Ignition", "NodePort")) {
            toPorts("nodeport-ignition", "ignition-server", 9090);
            toPorts("nodeport-ignition-proxy", "ignition-server-proxy", 8443);
        }
        if (cluster.publishes("Konnectivity", "NodePort")) {
            toPorts("nodeport-konnectivity", "konnectivity-server", 8091);
            toPorts("nodeport-konnectivity-kas", "kube-apiserver", 8091);
        }
    }

    private void fromNamespaces(String name, String label, String value) {
        ingress(name, JsonObject.EMPTY, JsonArray.of(PolicyRules.namespaces(label, value)), JsonArray.EMPTY);
    }

    private void toPorts(String name, String app, int port) {
        ingress(name, PolicyRules.app(app), JsonArray.EMPTY, JsonArray.of(PolicyRules.tcp(port)));
    }

    private void ingress(String name, JsonObject pods, JsonArray from, JsonArray ports) {
        add(
                name,
                JsonObject.of(
                        "ingress",
                        JsonArray.of(PolicyRules.rule("from", from, ports)),
                        "podSelector",
                        pods,
                        "policyTypes",
                        JsonArray.of("Ingress")));
    }

    private void add(String name, JsonObject spec) {
        policies.add(JsonObject.of(
                "apiVersion",
                "networking.k8s.io/v1",
                "kind",
                "NetworkPolicy",
                "metadata",
                cluster.metadata(name),
                "spec",
                spec));
    }
}
