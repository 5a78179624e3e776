package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a control plane is reached: what its services and routes were given. */
final class PublishedEndpoints {
    /**
     * Where one service is reached.
     *
     * @param host host name or address, empty while there is none
     * @param port port, 0 while there is none
     * @param message why there is none, empty when that is a matter of course
     */
    record Endpoint(String host, long port, String message) {
        static final Endpoint NONE = new Endpoint("", 0, "");

        boolean isKnown() {
            return !host.isEmpty() && port != 0;
        }
    }

    /**
     * Where a control plane is reached.
     *
     * @param api its API server
     * @param konnectivity the tunnel that nodes open
     * @param oauth its login page; the unknown endpoint when it has none
     * @param oauthNeeded whether it has a login page
     */
    record Endpoints(Endpoint api, Endpoint konnectivity, Endpoint oauth, boolean oauthNeeded) {
        boolean areReady() {
            return api.isKnown() && konnectivity.isKnown() && (!oauthNeeded || oauth.isKnown());
        }

        /** Why they are not ready. */
        String message() {
            List<String> messages = new ArrayList<>();
            for (Endpoint endpoint : List.of(api, konnectivity, oauth)) {
                if (!endpoint.message().isEmpty()) {
                    messages.add(endpoint.message());
                }
            }
            return messages.isEmpty() ? "Cluster infrastructure is still provisioning" : String.join("; ", messages);
        }
    }

    private final ControlPlane controlPlane;
    private final World world;

    PublishedEndpoints(ControlPlane controlPlane, World world) {
        this.controlPlane = controlPlane;
        this.world = world;
    }

    /** Where the control plane is reached now. */
    Endpoints endpoints() {
        boolean oauthNeeded = controlPlane.oauthEnabled();
        return new Endpoints(
                apiEndpoint(), konnectivityEndpoint(), oauthNeeded ? oauthEndpoint() : Endpoint.NONE, oauthNeeded);
    }

    private Endpoint apiEndpoint() {
        JsonObject strategy = controlPlane.strategy("APIServer");
        Optional<JsonObject> service = tree(Service.class, "kube-apiserver");
        String type = ControlPlane.text(strategy, "type");
        if (type.equals("Route")) {
            Optional<JsonObject> router = tree(Service.class, "router");
            if (router.isEmpty()) {
                return Endpoint.NONE;
            }
            Endpoint balancer = loadBalancer("router", router.get(), JsonObject.EMPTY, 443);
            return balancer.isKnown()
                    ? new Endpoint(ControlPlane.text(strategy, "route", "hostname"), 443, "")
                    : balancer;
        }
        if (service.isEmpty()) {
            return Endpoint.NONE;
        }
        return type.equals("NodePort")
                ? assignedNodePort(service.get(), strategy)
                : loadBalancer("kube-apiserver", service.get(), strategy, 6443);
    }

    private Endpoint konnectivityEndpoint() {
        JsonObject strategy = controlPlane.strategy("Konnectivity");
        String type = ControlPlane.text(strategy, "type");
        if (type.equals("Route")) {
            return routeEndpoint("konnectivity-server", strategy, "");
        }
        Optional<JsonObject> service = tree(Service.class, "konnectivity-server");
        if (service.isEmpty()) {
            return Endpoint.NONE;
        }
        return type.equals("NodePort")
                ? assignedNodePort(service.get(), strategy)
                : loadBalancer("Konnectivity", service.get(), strategy, 8091);
    }

    private Endpoint oauthEndpoint() {
        JsonObject strategy = controlPlane.strategy("OAuthServer");
        if ("Route".equals(strategy.text("type"))) {
            return routeEndpoint("oauth", strategy, "OAuth service route does not contain valid host; ");
        }
        return tree(Service.class, "oauth-openshift")
                .map(service -> assignedNodePort(service, strategy))
                .orElse(Endpoint.NONE);
    }

    private Endpoint routeEndpoint(String name, JsonObject strategy, String complaint) {
        String hostname = ControlPlane.text(strategy, "route", "hostname");
        if (!hostname.isEmpty()) {
            return new Endpoint(hostname, 443, "");
        }
        Optional<JsonObject> route = tree(Route.class, name);
        if (route.isEmpty()) {
            return Endpoint.NONE;
        }
        String host = ControlPlane.text(route.get(), "spec", "host");
        if (host.isEmpty()) {
            String message =
                    complaint.isEmpty() ? "" : complaint + Ages.since(route.get(), world.now()) + " since creation";
            return new Endpoint("", 0, message);
        }
        return new Endpoint(host, 443, "");
    }

    private Endpoint assignedNodePort(JsonObject service, JsonObject strategy) {
        JsonArray ports = service.array("spec", "ports");
        long port = ports.isEmpty() ? 0 : ports.object(0).integer(0, "nodePort");
        return port == 0 ? Endpoint.NONE : new Endpoint(ControlPlane.text(strategy, "nodePort", "address"), port, "");
    }

    private Endpoint loadBalancer(String name, JsonObject service, JsonObject strategy, long port) {
        JsonArray ingress = service.array("status", "loadBalancer", "ingress");
        if (ingress.isEmpty()) {
            return new Endpoint(
                    "",
                    0,
                    name + " load balancer is not provisioned; " + Ages.since(service, world.now())
                            + " since creation.");
        }
        String hostname = ControlPlane.text(strategy, "loadBalancer", "hostname");
        if (!hostname.isEmpty()) {
            return new Endpoint(hostname, port, "");
        }
        String provisioned = ControlPlane.text(ingress.object(0), "hostname");
        return new Endpoint(provisioned.isEmpty() ? ControlPlane.text(ingress.object(0), "ip") : provisioned, port, "");
    }

    private Optional<JsonObject> tree(Class<? extends HasMetadata> type, String name) {
        return world.tree(type, controlPlane.namespace(), name);
    }
}
