package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.SecretNames;
import dev.hcp.api.openshift.Route;
import dev.hcp.reconcilers.controlplane.Certificates.Leaf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server that nodes fetch their configuration from, once its address is known. */
final class IgnitionServer {
    private final ControlPlaneObjects objects;

    IgnitionServer(ControlPlaneObjects objects) {
        this.objects = objects;
    }

    void reconcile() {
        JsonObject strategy = objects.controlPlane().strategy("Ignition");
        boolean nodePort = "NodePort".equals(strategy.text("type"));
        objects.service(ControlPlaneServices.service("ignition-server", Map.of(Component.APP, "ignition-server"))
                .port(ControlPlaneServices.port("https", 443, 9090)));
        JsonObject port = ControlPlaneServices.port("https", 443, "https");
        long wanted = strategy.integer(0, "nodePort", "port");
        objects.service(
                ControlPlaneServices.service("ignition-server-proxy", Map.of(Component.APP, "ignition-server-proxy"))
                        .with("type", nodePort ? "NodePort" : "ClusterIP")
                        .port(nodePort && wanted != 0 ? port.with("nodePort", wanted) : port));
        Optional<String> address =
                nodePort ? Optional.ofNullable(strategy.text("nodePort", "address")) : routeHost(strategy);
        address.ifPresent(this::serve);
    }

    private Optional<String> routeHost(JsonObject strategy) {
        PublishedRoutes routes = new PublishedRoutes(objects);
        String service = "ignition-server-proxy";
        if (objects.controlPlane().isPrivate()) {
            String host = new Publishing(objects.controlPlane()).internalHost(service);
            routes.internal("ignition-server", service, host, Map.of());
        } else {
            routes.external("ignition-server", service, ControlPlane.text(strategy, "route", "hostname"), Map.of());
        }
        return objects.tree(Route.class, "ignition-server")
                .map(route -> route.array("status", "ingress"))
                .filter(ingress -> !ingress.isEmpty())
                .map(ingress -> ingress.object(0).text("host"))
                .filter(host -> !host.isEmpty());
    }

    private void serve(String address) {
        certificates(address);
        objects.identity(ServiceIdentities.IGNITION_SERVER);
        objects.component(IgnitionComponents.SERVER);
        objects.identity(ServiceIdentities.IGNITION_PROXY);
        objects.component(IgnitionComponents.PROXY);
    }

    /** Nodes call the server by the name or the IP address under which it is published. */
    private void certificates(String address) {
        Pki pki = new Pki(objects);
        pki.authority(SecretNames.IGNITION_SERVER_CA_CERT, "ignition-root-ca");
        List<String> one = List.of(address);
        boolean numeric = CertificateNames.isAddress(address);
        pki.leaf(new Leaf(
                "ignition-server-serving-cert",
                SecretNames.IGNITION_SERVER_CA_CERT,
                "ignition-server",
                List.of("openshift"),
                (controlPlane, endpoints) -> numeric ? List.of() : one,
                (controlPlane, endpoints) -> numeric ? one : List.of(),
                false,
                true,
                "tls",
                false,
                "kubernetes.io/tls"));
    }
}
