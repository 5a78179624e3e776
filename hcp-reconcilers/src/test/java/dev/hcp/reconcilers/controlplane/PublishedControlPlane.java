package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A control plane whose services are published as a test says, and the cloud that gives them addresses. */
final class PublishedControlPlane {
    private static final String NAMESPACE = ControlPlaneFixture.NAMESPACE;

    final ControlPlaneFixture demo;

    private PublishedControlPlane(ControlPlaneFixture demo) {
        this.demo = demo;
    }

    /**
     * @param platform {@code AWS:Private} and the like say how endpoints are accessed
     * @param strategies by service, such as {@code Route}, {@code Route:host.example.com} or {@code NodePort:30100}; Ignition
     *     follows Konnectivity
     */
    static PublishedControlPlane on(String platform, Map<String, String> strategies) {
        String[] parts = platform.split(":");
        JsonObject settings = parts.length == 1 ? JsonObject.EMPTY : JsonObject.of("endpointAccess", parts[1]);
        List<JsonObject> services = new ArrayList<>();
        Map<String, String> all = new LinkedHashMap<>(strategies);
        all.putIfAbsent("Ignition", strategies.getOrDefault("Konnectivity", "Route"));
        all.forEach((service, strategy) ->
                services.add(JsonObject.of("service", service, "servicePublishingStrategy", strategy(strategy))));
        JsonObject spec = JsonObject.of(
                "platform",
                JsonObject.of("type", parts[0], parts[0].toLowerCase(java.util.Locale.ROOT), settings),
                "services",
                JsonArray.copyOf(services));
        return new PublishedControlPlane(ControlPlaneFixture.of(spec));
    }

    private static JsonObject strategy(String text) {
        String[] parts = text.split(":");
        JsonObject strategy = JsonObject.of("type", parts[0]);
        return switch (parts[0]) {
            case "NodePort" -> {
                JsonObject nodePort = JsonObject.of("address", "203.0.113.7");
                yield strategy.with(
                        "nodePort", parts.length == 1 ? nodePort : nodePort.with("port", Long.parseLong(parts[1])));
            }
            case "Route" -> parts.length == 1 ? strategy : strategy.with("route", JsonObject.of("hostname", parts[1]));
            case "LoadBalancer" ->
                parts.length == 1 ? strategy : strategy.with("loadBalancer", JsonObject.of("hostname", parts[1]));
            default -> strategy;
        };
    }

    /** Passes until the cloud has given everything an address. */
    PublishedControlPlane provisioned() {
        for (int round = 0; round < 3; round++) {
            demo.pass();
            provision();
        }
        demo.pass();
        return this;
    }

    private void provision() {
        long next = 30000;
        for (JsonObject object : demo.world.store.everything().values()) {
            next++;
            if ("Service".equals(object.text("kind"))) {
                provision(object, next);
            } else if ("Route".equals(object.text("kind"))
                    && ControlPlane.text(object, "spec", "host").isEmpty()) {
                patch(
                        Route.class,
                        object,
                        JsonObject.of("spec", JsonObject.of("host", name(object) + ".apps.example.com")));
            }
        }
    }

    private void provision(JsonObject service, long nodePort) {
        if ("LoadBalancer".equals(service.text("spec", "type"))) {
            JsonArray ingress = JsonArray.of(JsonObject.of("hostname", name(service) + ".lb.example.com"));
            patch(
                    Service.class,
                    service,
                    JsonObject.of("status", JsonObject.of("loadBalancer", JsonObject.of("ingress", ingress))));
        } else if ("NodePort".equals(service.text("spec", "type"))) {
            JsonObject port = service.array("spec", "ports").object(0);
            if (!port.containsKey("nodePort")) {
                patch(
                        Service.class,
                        service,
                        JsonObject.of("spec", JsonObject.of("ports", JsonArray.of(port.with("nodePort", nodePort)))));
            }
        }
    }

    private static String name(JsonObject object) {
        return ControlPlane.text(object, "metadata", "name");
    }

    void patch(Class<? extends HasMetadata> type, JsonObject object, JsonObject patch) {
        demo.world.store.patch(PlainStore.kindOf(type), ObjectKey.of(object), patch);
    }

    /** Services that can be reached from outside or through a router, as {@code name Type port}. */
    List<String> services(String... names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            demo.world
                    .tree(Service.class, NAMESPACE, name)
                    .ifPresent(service -> found.add(name + " "
                            + service.text("spec", "type") + " "
                            + service.array("spec", "ports").object(0).integer(0, "port")));
        }
        return found;
    }

    /** Hosts of routes by name. */
    Map<String, String> routes() {
        Map<String, String> found = new TreeMap<>();
        for (JsonObject route : demo.world.trees(Route.class, NAMESPACE)) {
            found.put(name(route), ControlPlane.text(route, "spec", "host"));
        }
        return found;
    }

    /** Where the API server is reached, as the status says. */
    String endpoint() {
        JsonObject endpoint = demo.object().object("status", "controlPlaneEndpoint");
        return endpoint.text("host") + ":" + endpoint.integer(0, "port");
    }

    JsonObject object() {
        return demo.world.existing(HostedControlPlane.class, NAMESPACE, "demo");
    }
}
