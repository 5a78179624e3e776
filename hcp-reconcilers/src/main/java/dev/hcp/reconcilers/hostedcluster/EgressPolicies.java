package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import dev.hcp.api.value.Cidr;
import dev.hcp.api.value.ReleaseVersion;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.ManagementNetwork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Specifications of those network policies that say where pods may connect to. */
final class EgressPolicies {
    private static final ReleaseVersion ROUTER_WITH_EGRESS_RULES = ReleaseVersion.parse("4.14.0");
    private static final String ANYWHERE_V4 = "0.0.0.0/0";
    private static final String ANYWHERE_V6 = "::/0";
    private static final String DNS_NAMESPACE = "openshift-dns";
    private static final JsonArray DNS_PORTS =
            JsonArray.of(PolicyRules.port(5353, "UDP"), PolicyRules.port(5353, "TCP"));

    private EgressPolicies() {}

    /** Virtual machines reach the internet and the services of their control plane, and nothing else of the cluster. */
    static JsonObject virtualMachines(ClusterView cluster, ManagementNetwork network) {
        JsonObject machines = JsonObject.of(
                "matchLabels", JsonObject.of(Labels.INFRA_ID, cluster.infraId(), "kubevirt.io", "virt-launcher"));
        List<String> closed = new ArrayList<>(network.podNetworks());
        closed.addAll(network.serviceNetworks());
        List<JsonObject> to = new ArrayList<>(List.of(
                PolicyRules.addresses(ANYWHERE_V4, family(closed, false)),
                PolicyRules.addresses(ANYWHERE_V6, family(closed, true)),
                PolicyRules.pods(machines),
                PolicyRules.namespaces(PolicyRules.NAMESPACE_NAME, DNS_NAMESPACE)));
        for (String app :
                List.of("kube-apiserver", "oauth-openshift", "ignition-server-proxy", "konnectivity-server")) {
            to.add(PolicyRules.pods(PolicyRules.app(app)));
        }
        to.add(PolicyRules.namespaces("network.openshift.io/policy-group", "ingress"));
        nodeAddresses(cluster).forEach(address -> to.add(PolicyRules.addresses(address, JsonArray.EMPTY)));
        return JsonObject.of(
                "egress",
                JsonArray.of(JsonObject.of("to", JsonArray.copyOf(to))),
                "ingress",
                JsonArray.of(JsonObject.of(
                        "ports",
                        JsonArray.of(
                                JsonObject.of("protocol", "TCP"),
                                JsonObject.of("protocol", "UDP"),
                                JsonObject.of("protocol", "SCTP")))),
                "podSelector",
                machines,
                "policyTypes",
                JsonArray.of("Ingress", "Egress"));
    }

    /** The addresses of nodes by which services are published, each as the network of that address alone. */
    private static Set<String> nodeAddresses(ClusterView cluster) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Object item : cluster.spec().array("services")) {
            String address = item instanceof JsonObject service
                    ? service.text("servicePublishingStrategy", "nodePort", "address")
                    : null;
            if (address != null) {
                String own = address + (address.indexOf(':') >= 0 ? "/128" : "/32");
                // A host name says nothing to a network policy.
                if (Cidr.of(own).isValid()) {
                    addresses.add(own);
                }
            }
        }
        return addresses;
    }

    /** Pods that do not say they need it cannot reach the management cluster's API server. */
    static JsonObject managementApi(ManagementCluster management) {
        JsonObject others = JsonObject.of(
                "matchExpressions",
                JsonArray.of(
                        JsonObject.of("key", Labels.NEED_MANAGEMENT_KAS_ACCESS, "operator", "DoesNotExist"),
                        JsonObject.of(
                                "key",
                                "name",
                                "operator",
                                "NotIn",
                                "values",
                                JsonArray.of("aws-ebs-csi-driver-operator"))));
        List<JsonObject> rules = outside(management);
        rules.add(to(PolicyRules.pods(JsonObject.EMPTY)));
        return egress(others, rules);
    }

    /** Pods that say they need it reach the metrics of the management cluster. */
    static JsonObject metricsServer() {
        JsonObject metrics = PolicyRules.namespaces(PolicyRules.NAMESPACE_NAME, "openshift-monitoring")
                .with(
                        "podSelector",
                        JsonObject.of("matchLabels", JsonObject.of("app.kubernetes.io/name", "thanos-query")));
        return egress(
                JsonObject.of("matchLabels", JsonObject.of(Labels.NEED_METRICS_SERVER_ACCESS, "true")),
                List.of(PolicyRules.rule("to", JsonArray.of(metrics), JsonArray.of(PolicyRules.tcp(9092)))));
    }

    /** Anybody reaches the router, and the router reaches its control plane. */
    static JsonObject privateRouter(String version, ManagementCluster management) {
        JsonObject router = PolicyRules.app("private-router");
        JsonArray ingress = JsonArray.of(
                PolicyRules.rule("from", JsonArray.EMPTY, JsonArray.of(PolicyRules.tcp(8080), PolicyRules.tcp(8443))));
        ReleaseVersion release = ReleaseVersion.of(version);
        if (release.isValid() && release.compareTo(ROUTER_WITH_EGRESS_RULES) < 0) {
            return JsonObject.of("ingress", ingress, "podSelector", router, "policyTypes", JsonArray.of("Ingress"));
        }
        List<JsonObject> rules = outside(management);
        rules.add(portOf("kube-apiserver", 6443));
        rules.add(portOf("oauth-openshift", 6443));
        rules.add(portOf("ignition-server-proxy", 8443));
        rules.add(portOf("ignition-server", 9090));
        rules.add(portOf("kube-apiserver", 8091));
        return egress(router, rules).with("ingress", ingress).with("policyTypes", JsonArray.of("Ingress", "Egress"));
    }

    /** Out of the management cluster, and its name servers. */
    private static List<JsonObject> outside(ManagementCluster management) {
        List<String> closed = new ArrayList<>();
        management.network().apiServerAddresses().forEach(address -> closed.add(address + "/32"));
        closed.addAll(management.network().podNetworks());
        List<JsonObject> rules = new ArrayList<>();
        rules.add(to(PolicyRules.addresses(ANYWHERE_V4, family(closed, false))));
        rules.add(PolicyRules.rule(
                "to", JsonArray.of(PolicyRules.namespaces(PolicyRules.NAMESPACE_NAME, DNS_NAMESPACE)), DNS_PORTS));
        return rules;
    }

    private static JsonObject portOf(String app, int port) {
        return PolicyRules.rule(
                "to", JsonArray.of(PolicyRules.pods(PolicyRules.app(app))), JsonArray.of(PolicyRules.tcp(port)));
    }

    private static JsonObject to(JsonObject peer) {
        return PolicyRules.rule("to", JsonArray.of(peer), JsonArray.EMPTY);
    }

    private static JsonObject egress(JsonObject pods, List<JsonObject> rules) {
        return JsonObject.of(
                "egress", JsonArray.copyOf(rules), "podSelector", pods, "policyTypes", JsonArray.of("Egress"));
    }

    private static JsonArray family(List<String> networks, boolean six) {
        return JsonArray.copyOf(
                networks.stream().filter(cidr -> cidr.indexOf(':') >= 0 == six).toList());
    }
}
