package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import dev.hcp.reconcilers.controlplane.ControlPlaneServices.Entry;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services and routes by which users, nodes and the control plane itself reach a control plane. */
final class Infrastructure {
    private static final String EXTERNAL_DNS = "external-dns.alpha.kubernetes.io/hostname";

    private final ControlPlaneObjects objects;
    private final ControlPlane controlPlane;

    Infrastructure(ControlPlaneObjects objects) {
        this.objects = objects;
        this.controlPlane = objects.controlPlane();
    }

    /** Wants the services and routes. */
    void reconcile() {
        apiServer();
        konnectivity();
        if (controlPlane.oauthEnabled()) {
            oauth();
        }
        Map<String, String> labels = ControlPlaneServices.component("openshift-apiserver");
        objects.service(ControlPlaneServices.service("openshift-apiserver", labels)
                .labelled(labels)
                .port(ControlPlaneServices.port("https", 443, 8443)));
        objects.service(ControlPlaneServices.service(
                        "openshift-oauth-apiserver", ControlPlaneServices.component("openshift-oauth-apiserver"))
                .labelled(labels)
                .port(ControlPlaneServices.port("https", 443, 8443)));
        objects.service(ControlPlaneServices.service("packageserver", ControlPlaneServices.component("packageserver"))
                .labelled(labels)
                .port(ControlPlaneServices.port("https", 443, 5443)));
        if (controlPlane.usesRouter()) {
            router();
        }
    }

    private void apiServer() {
        JsonObject strategy = controlPlane.strategy("APIServer");
        Map<String, String> labels = ControlPlaneServices.component("kube-apiserver");
        Entry entry = ControlPlaneServices.service("kube-apiserver", labels)
                .labelled(labels)
                .with("ipFamilyPolicy", "PreferDualStack")
                .with("type", serviceType(strategy))
                .port(nodePort(ControlPlaneServices.port(6443, "client"), strategy));
        publish(entry, strategy);
        if ("Route".equals(strategy.text("type"))) {
            route(objects, "kube-apiserver", "kube-apiserver", strategy.text("route", "hostname"), Map.of());
        }
    }

    private void konnectivity() {
        JsonObject strategy = controlPlane.strategy("Konnectivity");
        Entry entry = ControlPlaneServices.service(
                        "konnectivity-server", ControlPlaneServices.component("kube-apiserver"))
                .with("type", serviceType(strategy))
                .port(nodePort(ControlPlaneServices.port(8091, 8091), strategy));
        publish(entry, strategy);
        if ("Route".equals(strategy.text("type"))) {
            route(
                    objects,
                    "konnectivity-server",
                    "konnectivity-server",
                    strategy.text("route", "hostname"),
                    Map.of("haproxy.router.openshift.io/balance", "roundrobin"));
        }
    }

    private void oauth() {
        JsonObject strategy = controlPlane.strategy("OAuthServer");
        Entry entry = ControlPlaneServices.service("oauth-openshift", ControlPlaneServices.component("oauth-openshift"))
                .with("ipFamilyPolicy", "PreferDualStack")
                .with("type", serviceType(strategy))
                .port(nodePort(ControlPlaneServices.port(6443, 6443), strategy));
        objects.service(entry);
        if ("Route".equals(strategy.text("type"))) {
            route(objects, "oauth", "oauth-openshift", strategy.text("route", "hostname"), Map.of());
        }
    }

    private void router() {
        Map<String, String> selector = Map.of(Component.APP, "private-router");
        objects.service(ControlPlaneServices.service("router", selector)
                .labelled(selector)
                .with("type", "LoadBalancer")
                .port(ControlPlaneServices.port("https", 443, "https")));
    }

    private static String serviceType(JsonObject strategy) {
        String type = ControlPlane.text(strategy, "type");
        return type.equals("LoadBalancer") || type.equals("NodePort") ? type : "ClusterIP";
    }

    private static JsonObject nodePort(JsonObject port, JsonObject strategy) {
        long wanted = strategy.integer(0, "nodePort", "port");
        return "NodePort".equals(strategy.text("type")) && wanted != 0 ? port.with("nodePort", wanted) : port;
    }

    /** A load balancer with a host name asks for a DNS record. */
    private void publish(Entry entry, JsonObject strategy) {
        String hostname = strategy.text("loadBalancer", "hostname");
        if (!"LoadBalancer".equals(strategy.text("type")) || hostname == null || hostname.isEmpty()) {
            objects.service(entry);
            return;
        }
        objects.apply(Service.class, entry.name(), () -> entry.render(controlPlane)
                .withAt(JsonObject.of(EXTERNAL_DNS, hostname), "metadata", "annotations"));
    }

    /** A route; without a host name the management cluster's ingress gives it one. */
    static void route(
            ControlPlaneObjects objects,
            String name,
            String service,
            @Nullable String hostname,
            Map<String, String> annotations) {
        String chosen = hostname == null ? "" : hostname;
        boolean named = !chosen.isEmpty();
        ControlPlane controlPlane = objects.controlPlane();
        Map<String, String> labels = named && controlPlane.usesRouter()
                ? Map.of(Component.HOSTED_CONTROL_PLANE, controlPlane.namespace())
                : Map.of();
        objects.apply(Route.class, name, () -> {
            JsonObject spec = JsonObject.of(
                    "tls",
                    JsonObject.of("insecureEdgeTerminationPolicy", "None", "termination", "passthrough"),
                    "to",
                    JsonObject.of("kind", "Service", "name", service));
            String host = named ? chosen : defaultHost(objects, name);
            return JsonObject.of(
                    "apiVersion",
                    "route.openshift.io/v1",
                    "kind",
                    "Route",
                    "metadata",
                    controlPlane.metadata(name, labels, annotations),
                    "spec",
                    host.isEmpty() ? spec : spec.with("host", host));
        });
    }

    /** The host to ask for; a host that somebody else has chosen stays. */
    private static String defaultHost(ControlPlaneObjects objects, String name) {
        String wanted = RouteHosts.shortened(
                        name,
                        objects.controlPlane().namespace(),
                        objects.pass().managementCluster().defaultIngressDomain())
                .orElse("");
        String present = objects.tree(Route.class, name)
                .map(live -> ControlPlane.text(live, "spec", "host"))
                .orElse("");
        return present.isEmpty() || present.equals(wanted) ? wanted : "";
    }
}
