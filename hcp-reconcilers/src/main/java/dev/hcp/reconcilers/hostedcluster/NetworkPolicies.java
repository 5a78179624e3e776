package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network policies of a control plane namespace: closed but for what is named here. */
final class NetworkPolicies {
    private NetworkPolicies() {}

    /** The policies a cluster has. */
    static List<JsonObject> of(ClusterView cluster) {
        List<JsonObject> policies = new ArrayList<>(List.of(
                fromNamespaces(cluster, "openshift-ingress", "network.openshift.io/policy-group", "ingress"),
                ingress(
                        cluster,
                        "same-namespace",
                        JsonObject.EMPTY,
                        JsonArray.of(peer("podSelector", JsonObject.EMPTY)),
                        null),
                ingress(cluster, "kas", app("kube-apiserver"), JsonArray.EMPTY, port(6443)),
                fromNamespaces(cluster, "openshift-monitoring", "network.openshift.io/policy-group", "monitoring")));
        nodePort(cluster, policies, "OAuthServer", "nodeport-oauth", "oauth-openshift", 6443);
        nodePort(cluster, policies, "Ignition", "nodeport-ignition", "ignition-server", 9090);
        nodePort(cluster, policies, "Ignition", "nodeport-ignition-proxy", "ignition-server-proxy", 8443);
        nodePort(cluster, policies, "Konnectivity", "nodeport-konnectivity", "konnectivity-server", 8091);
        nodePort(cluster, policies, "Konnectivity", "nodeport-konnectivity-kas", "kube-apiserver", 8091);
        if (cluster.platformType().equals("KubeVirt")
                && cluster.spec().at("platform", "kubevirt", "credentials") == null) {
            policies.add(virtLauncher(cluster));
        }
        return policies;
    }

    private static void nodePort(
            ClusterView cluster, List<JsonObject> policies, String service, String name, String app, int port) {
        if (cluster.publishes(service, "NodePort")) {
            policies.add(ingress(cluster, name, app(app), JsonArray.EMPTY, port(port)));
        }
    }

    private static JsonObject app(String name) {
        return JsonObject.of("matchLabels", JsonObject.of("app", name));
    }

    private static JsonObject peer(String selector, JsonObject value) {
        return JsonObject.of(selector, value);
    }

    private static JsonObject port(int number) {
        return JsonObject.of("port", number, "protocol", "TCP");
    }

    private static JsonObject fromNamespaces(ClusterView cluster, String name, String label, String value) {
        JsonObject namespaces = JsonObject.of("matchLabels", JsonObject.of(label, value));
        return ingress(cluster, name, JsonObject.EMPTY, JsonArray.of(peer("namespaceSelector", namespaces)), null);
    }

    private static JsonObject ingress(
            ClusterView cluster, String name, JsonObject pods, JsonArray from, @Nullable JsonObject port) {
        JsonObject.Builder rule = JsonObject.builder(2);
        if (!from.isEmpty()) {
            rule.put("from", from);
        }
        if (port != null) {
            rule.put("ports", JsonArray.of(port));
        }
        return policy(
                cluster,
                name,
                JsonObject.of(
                        "ingress",
                        JsonArray.of(rule.build()),
                        "podSelector",
                        pods,
                        "policyTypes",
                        JsonArray.of("Ingress")));
    }

    /** Virtual machines reach the internet and the services of their control plane, and nothing else of the cluster. */
    private static JsonObject virtLauncher(ClusterView cluster) {
        JsonObject pods = JsonObject.of(
                "matchLabels",
                JsonObject.of(ClusterView.PREFIX + "infra-id", cluster.infraId(), "kubevirt.io", "virt-launcher"));
        JsonArray to = JsonArray.of(
                JsonObject.of("ipBlock", JsonObject.of("cidr", "0.0.0.0/0")),
                JsonObject.of("ipBlock", JsonObject.of("cidr", "::/0")),
                peer("podSelector", pods),
                peer("podSelector", app("kube-apiserver")),
                peer("podSelector", app("oauth-openshift")),
                peer("podSelector", app("ignition-server-proxy")),
                peer("podSelector", app("konnectivity-server")),
                peer(
                        "namespaceSelector",
                        JsonObject.of("matchLabels", JsonObject.of("kubernetes.io/metadata.name", "openshift-dns"))));
        return policy(
                cluster,
                "virt-launcher",
                JsonObject.of(
                        "egress",
                        JsonArray.of(JsonObject.of("to", to)),
                        "ingress",
                        JsonArray.of(JsonObject.EMPTY),
                        "podSelector",
                        pods,
                        "policyTypes",
                        JsonArray.of("Egress", "Ingress")));
    }

    private static JsonObject policy(ClusterView cluster, String name, JsonObject spec) {
        return JsonObject.of(
                "apiVersion",
                "networking.k8s.io/v1",
                "kind",
                "NetworkPolicy",
                "metadata",
                cluster.metadata(name),
                "spec",
                spec);
    }
}
