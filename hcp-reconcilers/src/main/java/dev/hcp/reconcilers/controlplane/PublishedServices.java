package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.controlplane.ControlPlaneServices.Entry;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import java.util.TreeMap;

/** The services that are published, each as its strategy says. */
final class PublishedServices {
    static final String EXTERNAL_DNS = "external-dns.alpha.kubernetes.io/hostname";

    private static final String AWS_PREFIX = "service.beta.kubernetes.io/aws-load-balancer-";

    private final ControlPlaneObjects objects;
    private final ControlPlane controlPlane;
    private final Publishing publishing;

    PublishedServices(ControlPlaneObjects objects) {
        this.objects = objects;
        this.controlPlane = objects.controlPlane();
        this.publishing = new Publishing(controlPlane);
    }

    void apiServer() {
        JsonObject strategy = strategy(Publishing.API_SERVER);
        Entry entry = apiServer(publishing.apiBalancerService(), publishing.apiBalancerPort())
                .with("ipFamilyPolicy", "PreferDualStack");
        switch (publishing.type(Publishing.API_SERVER)) {
            case "LoadBalancer" -> apiBalancer(entry, strategy);
            case "NodePort" -> nodePort(entry, strategy);
            case "Route" -> objects.service(entry);
            default -> throw unsupported("Kube API server", strategy);
        }
        if (publishing.apiBalancerIsSeparate()) {
            objects.service(apiServer(ControlPlaneServices.KUBE_API_SERVER, publishing.apiServicePort()));
        }
        if (publishing.isLoadBalancer(Publishing.API_SERVER) && controlPlane.isPrivate()) {
            privateApiServer();
        }
    }

    private static Entry apiServer(String name, long port) {
        Map<String, String> labels = ControlPlaneServices.component(ControlPlaneServices.KUBE_API_SERVER);
        return ControlPlaneServices.service(name, labels)
                .labelled(labels)
                .port(ControlPlaneServices.port((int) port, "client"));
    }

    private void apiBalancer(Entry entry, JsonObject strategy) {
        if (!controlPlane.isPublic()) {
            objects.service(entry);
            return;
        }
        Map<String, String> annotations = new TreeMap<>();
        if (controlPlane.onPlatform("AWS")) {
            annotations.put(AWS_PREFIX + "type", "nlb");
        }
        addSubnets(annotations);
        JsonArray allowed = controlPlane.spec().array("networking", "apiServer", "allowedCIDRBlocks");
        Entry open = entry.with("type", "LoadBalancer");
        balancer(allowed.isEmpty() ? open : open.with("loadBalancerSourceRanges", allowed), strategy, annotations);
    }

    /** Reached over a private link only. */
    private void privateApiServer() {
        Entry entry = apiServer(Infrastructure.PRIVATE_API_SERVER, publishing.apiServicePort())
                .labelled(Map.of())
                .with("type", "LoadBalancer");
        annotated(entry, internalBalancer());
    }

    private Map<String, String> internalBalancer() {
        Map<String, String> annotations = new TreeMap<>();
        annotations.put(AWS_PREFIX + "cross-zone-load-balancing-enabled", "true");
        annotations.put(AWS_PREFIX + "internal", "true");
        annotations.put(AWS_PREFIX + "type", "nlb");
        addSubnets(annotations);
        return annotations;
    }

    private void addSubnets(Map<String, String> annotations) {
        if (controlPlane.onPlatform("AWS")) {
            controlPlane
                    .annotation(Annotations.AWS_LOAD_BALANCER_SUBNETS)
                    .ifPresent(subnets -> annotations.put(AWS_PREFIX + "subnets", subnets));
        }
    }

    void konnectivity() {
        JsonObject strategy = strategy(Publishing.KONNECTIVITY);
        Entry entry = ControlPlaneServices.service(
                        Infrastructure.KONNECTIVITY,
                        ControlPlaneServices.component(ControlPlaneServices.KUBE_API_SERVER))
                .port(ControlPlaneServices.port((int) Publishing.KONNECTIVITY_PORT, Publishing.KONNECTIVITY_PORT));
        switch (publishing.type(Publishing.KONNECTIVITY)) {
            case "LoadBalancer" -> balancer(entry.with("type", "LoadBalancer"), strategy, new TreeMap<>());
            case "NodePort" -> nodePort(entry, strategy);
            case "Route" -> behindRoute(entry);
            default -> throw unsupported("Konnectivity", strategy);
        }
    }

    void oauth() {
        JsonObject strategy = strategy(Publishing.OAUTH);
        Entry entry = ControlPlaneServices.service(
                        Infrastructure.OAUTH, ControlPlaneServices.component(Infrastructure.OAUTH))
                .with("ipFamilyPolicy", "PreferDualStack")
                .port(ControlPlaneServices.port((int) Publishing.OAUTH_PORT, Publishing.OAUTH_PORT));
        switch (publishing.type(Publishing.OAUTH)) {
            case "NodePort" -> nodePort(entry, strategy);
            case "Route" -> behindRoute(entry);
            default -> throw unsupported("OAuth", strategy);
        }
    }

    /** The load balancers of the control plane's own router. */
    void routers() {
        if (!controlPlane.usesRouter()) {
            return;
        }
        if (controlPlane.isPrivate()) {
            annotated(router(Infrastructure.PRIVATE_ROUTER), internalBalancer());
        }
        if (publishing.ownRouterServesOutside()) {
            Map<String, String> annotations = new TreeMap<>();
            annotations.put(AWS_PREFIX + "type", "nlb");
            addSubnets(annotations);
            annotated(router(Infrastructure.ROUTER), annotations);
        }
    }

    private static Entry router(String name) {
        Map<String, String> labels = Map.of(Component.APP, Infrastructure.PRIVATE_ROUTER);
        return ControlPlaneServices.service(name, labels)
                .labelled(labels)
                .with("type", "LoadBalancer")
                .port(ControlPlaneServices.port("https", (int) Publishing.ROUTER_PORT, "https"));
    }

    private JsonObject strategy(String service) {
        JsonObject strategy = publishing.strategy(service);
        if (strategy.isEmpty()) {
            throw new HcpException(service + " service strategy not specified");
        }
        return strategy;
    }

    private static HcpException unsupported(String service, JsonObject strategy) {
        return new HcpException(
                "invalid publishing strategy for " + service + " service: " + ControlPlane.text(strategy, "type"));
    }

    /** A load balancer with a host name asks for a DNS record. */
    private void balancer(Entry entry, JsonObject strategy, Map<String, String> annotations) {
        String hostname = ControlPlane.text(strategy, "loadBalancer", "hostname");
        if (!hostname.isEmpty()) {
            annotations.put(EXTERNAL_DNS, hostname);
        }
        annotated(entry, annotations);
    }

    private void annotated(Entry entry, Map<String, String> annotations) {
        if (annotations.isEmpty()) {
            objects.service(entry);
        } else {
            objects.apply(Service.class, entry.name(), () -> entry.render(controlPlane)
                    .withAt(JsonObject.copyOf(annotations), "metadata", "annotations"));
        }
    }

    /** Asks for the port of the strategy while it has none; a port that was given stays. */
    private void nodePort(Entry entry, JsonObject strategy) {
        Entry open = entry.with("type", "NodePort");
        long wanted = strategy.integer(0, "nodePort", "port");
        if (wanted == 0) {
            objects.service(open);
            return;
        }
        objects.apply(Service.class, entry.name(), () -> {
            long given = objects.tree(Service.class, entry.name())
                    .map(live -> live.array("spec", "ports"))
                    .filter(ports -> !ports.isEmpty())
                    .map(ports -> ports.object(0).integer(0, "nodePort"))
                    .orElse(0L);
            JsonObject rendered = open.render(controlPlane);
            JsonObject port = rendered.array("spec", "ports").object(0).with("nodePort", given == 0 ? wanted : given);
            return rendered.withAt(JsonArray.of(port), "spec", "ports");
        });
    }

    /** IBM Cloud's own ingress reaches services by node ports. */
    private void behindRoute(Entry entry) {
        objects.service(controlPlane.onPlatform("IBMCloud") ? entry.with("type", "NodePort") : entry);
    }
}
