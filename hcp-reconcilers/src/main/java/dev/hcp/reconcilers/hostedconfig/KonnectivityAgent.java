package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.util.Optional;

/** The end of the tunnel by which the control plane reaches the cluster's nodes and services. */
final class KonnectivityAgent {
    private static final String NAMESPACE = "kube-system";
    private static final String NAME = "konnectivity-agent";
    private static final String SERVER = "konnectivity-server";
    private static final String BUNDLE = "konnectivity-ca-bundle";

    /** Where agents find the server. */
    private record Address(String host, long port) {}

    private final HostedPass pass;

    KonnectivityAgent(HostedPass pass) {
        this.pass = pass;
    }

    void reconcile(String image) {
        pass.management().tree(ConfigMap.class, pass.namespace(), BUNDLE).ifPresent(bundle -> pass.guest()
                .apply(
                        ConfigMap.class,
                        HostedPass.object(ConfigMap.class, NAMESPACE, BUNDLE).with("data", bundle.get("data"))));
        pass.management().tree(Secret.class, pass.namespace(), NAME).ifPresent(certificate -> pass.guest()
                .apply(
                        Secret.class,
                        HostedPass.object(Secret.class, NAMESPACE, NAME)
                                .with("data", certificate.get("data"))
                                .with("type", "kubernetes.io/tls")));
        address().ifPresent(address -> pass.guest().apply(DaemonSet.class, daemonSet(address, image)));
    }

    private Optional<Address> address() {
        JsonObject strategy = pass.strategy("Konnectivity");
        Optional<JsonObject> service = pass.management().tree(Service.class, pass.namespace(), SERVER);
        return switch (HostedPass.text(strategy, "type")) {
            case "Route" -> {
                String host = HostedPass.text(strategy, "route", "hostname");
                yield host.isEmpty()
                        ? pass.management()
                                .tree(Route.class, pass.namespace(), SERVER)
                                .map(route -> route.text("spec", "host"))
                                .map(found -> new Address(found, 443))
                        : Optional.of(new Address(host, 443));
            }
            case "NodePort" ->
                service.map(found -> found.array("spec", "ports"))
                        .filter(ports -> !ports.isEmpty())
                        .map(ports -> new Address(
                                HostedPass.text(strategy, "nodePort", "address"),
                                ports.object(0).integer(0, "nodePort")));
            default ->
                service.map(found -> found.array("status", "loadBalancer", "ingress"))
                        .filter(ingress -> !ingress.isEmpty())
                        .map(ingress -> new Address(balancer(strategy, ingress.object(0)), 8091));
        };
    }

    private static String balancer(JsonObject strategy, JsonObject ingress) {
        String named = HostedPass.text(strategy, "loadBalancer", "hostname");
        String given = HostedPass.text(ingress, "hostname");
        return !named.isEmpty() ? named : given.isEmpty() ? HostedPass.text(ingress, "ip") : given;
    }

    private static JsonObject daemonSet(Address address, String image) {
        JsonObject labels = JsonObject.of("app", NAME);
        JsonObject container = JsonObject.of(
                "args",
                JsonArray.of(
                        "--logtostderr=true",
                        "--ca-cert=/etc/konnectivity/ca/ca.crt",
                        "--agent-cert=/etc/konnectivity/agent/tls.crt",
                        "--agent-key=/etc/konnectivity/agent/tls.key",
                        "--proxy-server-host=" + address.host(),
                        "--proxy-server-port=" + address.port(),
                        "--health-server-port=2041",
                        "--agent-identifiers=default-route=true",
                        "--keepalive-time=30s",
                        "--probe-interval=30s",
                        "--sync-interval=1m",
                        "--sync-interval-cap=5m",
                        "--v=3"),
                "command",
                JsonArray.of("/usr/bin/proxy-agent"),
                "image",
                image,
                "name",
                NAME,
                "resources",
                JsonObject.of("requests", JsonObject.of("cpu", "40m", "memory", "50Mi")),
                "volumeMounts",
                JsonArray.of(
                        JsonObject.of("mountPath", "/etc/konnectivity/agent", "name", "agent-certs"),
                        JsonObject.of("mountPath", "/etc/konnectivity/ca", "name", BUNDLE)));
        JsonObject pod = JsonObject.of(
                "containers",
                JsonArray.of(container),
                "dnsPolicy",
                "Default",
                "hostNetwork",
                true,
                "priorityClassName",
                "system-node-critical",
                "tolerations",
                JsonArray.of(JsonObject.of("operator", "Exists")),
                "volumes",
                JsonArray.of(
                        JsonObject.of("name", "agent-certs", "secret", JsonObject.of("secretName", NAME)),
                        JsonObject.of("configMap", JsonObject.of("name", BUNDLE), "name", BUNDLE)));
        return HostedPass.object(DaemonSet.class, NAMESPACE, NAME)
                .with(
                        "spec",
                        JsonObject.of(
                                "selector",
                                JsonObject.of("matchLabels", labels),
                                "template",
                                JsonObject.of("metadata", JsonObject.of("labels", labels), "spec", pod),
                                "updateStrategy",
                                JsonObject.of(
                                        "rollingUpdate",
                                        JsonObject.of("maxUnavailable", "10%"),
                                        "type",
                                        "RollingUpdate")));
    }
}
