package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
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
     * @param oauth its login page; empty when it has none
     * @param privateRouter its router for private links; empty when it has none
     * @param publicRouter its router for the outside; empty when it has none
     */
    record Endpoints(
            Endpoint api,
            Endpoint konnectivity,
            Optional<Endpoint> oauth,
            Optional<Endpoint> privateRouter,
            Optional<Endpoint> publicRouter) {
        boolean areReady() {
            return all().stream().allMatch(Endpoint::isKnown);
        }

        /** Why they are not ready. */
        String message() {
            List<String> messages = new ArrayList<>();
            for (Endpoint endpoint : all()) {
                if (!endpoint.message().isEmpty()) {
                    messages.add(endpoint.message());
                }
            }
            return messages.isEmpty() ? "Cluster infrastructure is still provisioning" : String.join("; ", messages);
        }

        private List<Endpoint> all() {
            List<Endpoint> all = new ArrayList<>(List.of(api, konnectivity));
            oauth.ifPresent(all::add);
            privateRouter.ifPresent(all::add);
            publicRouter.ifPresent(all::add);
            return all;
        }
    }

    private final ControlPlane controlPlane;
    private final Publishing publishing;
    private final World world;
    private final List<String> errors = new ArrayList<>();

    PublishedEndpoints(ControlPlane controlPlane, World world) {
        this.controlPlane = controlPlane;
        this.publishing = new Publishing(controlPlane);
        this.world = world;
    }

    /**
     * Where the control plane is reached now.
     *
     * @throws HcpException when what it shall publish does not say how
     */
    Endpoints endpoints() {
        Endpoints endpoints = new Endpoints(
                apiServer(),
                konnectivity(),
                controlPlane.oauthEnabled() ? Optional.of(oauth()) : Optional.empty(),
                controlPlane.isPrivate() ? Optional.of(router(Infrastructure.PRIVATE_ROUTER)) : Optional.empty(),
                controlPlane.isPublic() && publishing.isRoute(Publishing.API_SERVER)
                        ? Optional.of(router(Infrastructure.ROUTER))
                        : Optional.empty());
        if (!errors.isEmpty()) {
            throw new HcpException(errors.size() == 1 ? errors.get(0) : "[" + String.join(", ", errors) + "]");
        }
        return endpoints;
    }

    private Endpoint apiServer() {
        JsonObject strategy = publishing.strategy(Publishing.API_SERVER);
        if (strategy.isEmpty()) {
            return failed("APIServer service strategy not specified");
        }
        if (publishing.isRoute(Publishing.API_SERVER)) {
            String router = controlPlane.isPublic() ? Infrastructure.ROUTER : Infrastructure.PRIVATE_ROUTER;
            return throughBalancer(router, publishing.routeHostname(Publishing.API_SERVER), Publishing.ROUTER_PORT);
        }
        String name = controlPlane.isPublic() ? publishing.apiBalancerService() : Infrastructure.PRIVATE_API_SERVER;
        return publishing.isLoadBalancer(Publishing.API_SERVER)
                ? throughBalancer(
                        name, publishing.balancerHostname(Publishing.API_SERVER), publishing.apiBalancerPort())
                : throughNodePort(name, strategy, "API server");
    }

    private Endpoint konnectivity() {
        JsonObject strategy = publishing.strategy(Publishing.KONNECTIVITY);
        if (strategy.isEmpty()) {
            return failed("Konnectivity service strategy not specified");
        }
        if (publishing.isRoute(Publishing.KONNECTIVITY)) {
            return throughRoute(Infrastructure.KONNECTIVITY, publishing.routeHostname(Publishing.KONNECTIVITY), "");
        }
        return publishing.isLoadBalancer(Publishing.KONNECTIVITY)
                ? throughBalancer(
                        Infrastructure.KONNECTIVITY,
                        publishing.balancerHostname(Publishing.KONNECTIVITY),
                        Publishing.KONNECTIVITY_PORT)
                : throughNodePort(Infrastructure.KONNECTIVITY, strategy, "Konnectivity");
    }

    private Endpoint oauth() {
        JsonObject strategy = publishing.strategy(Publishing.OAUTH);
        if (strategy.isEmpty()) {
            return failed("OAuth strategy not specified");
        }
        return publishing.isRoute(Publishing.OAUTH)
                ? throughRoute(
                        controlPlane.isPublic() ? Infrastructure.OAUTH_ROUTE : Infrastructure.OAUTH_INTERNAL_ROUTE,
                        publishing.routeHostname(Publishing.OAUTH),
                        "OAuth service route does not contain valid host; ")
                : throughNodePort(Infrastructure.OAUTH, strategy, "OAuth");
    }

    private Endpoint router(String name) {
        return throughBalancer(name, "", Publishing.ROUTER_PORT);
    }

    private Endpoint failed(String message) {
        errors.add(message);
        return Endpoint.NONE;
    }

    private Endpoint throughRoute(String name, String hostname, String complaint) {
        if (!hostname.isEmpty()) {
            return new Endpoint(hostname, Publishing.ROUTER_PORT, "");
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
        return new Endpoint(host, Publishing.ROUTER_PORT, "");
    }

    private Endpoint throughNodePort(String name, JsonObject strategy, String words) {
        Optional<JsonObject> service = tree(Service.class, name);
        if (service.isEmpty() || !"NodePort".equals(strategy.text("type"))) {
            return Endpoint.NONE;
        }
        if (strategy.get("nodePort") == null) {
            return failed("strategy details not specified for " + words + " nodeport type service");
        }
        JsonArray ports = service.get().array("spec", "ports");
        long port = ports.isEmpty() ? 0 : ports.object(0).integer(0, "nodePort");
        return port == 0 ? Endpoint.NONE : new Endpoint(ControlPlane.text(strategy, "nodePort", "address"), port, "");
    }

    private Endpoint throughBalancer(String name, String hostname, long port) {
        Optional<JsonObject> service = tree(Service.class, name);
        if (service.isEmpty()) {
            return Endpoint.NONE;
        }
        String address = balancerAddress(service.get());
        if (address.isEmpty()) {
            return new Endpoint("", 0, notProvisioned(service.get()));
        }
        return new Endpoint(hostname.isEmpty() ? address : hostname, port, "");
    }

    private String notProvisioned(JsonObject service) {
        String message = service.text("metadata", "name") + " load balancer is not provisioned; "
                + Ages.since(service, world.now()) + " since creation.";
        List<String> problems = ObjectEvents.problems(world, service);
        return problems.isEmpty() ? message : message + ": " + String.join("; ", problems);
    }

    /** The host name or else the IP address that a load balancer was given, or the empty text. */
    static String balancerAddress(JsonObject service) {
        JsonArray ingress = service.array("status", "loadBalancer", "ingress");
        if (ingress.isEmpty()) {
            return "";
        }
        String hostname = ControlPlane.text(ingress.object(0), "hostname");
        return hostname.isEmpty() ? ControlPlane.text(ingress.object(0), "ip") : hostname;
    }

    private Optional<JsonObject> tree(Class<? extends HasMetadata> type, String name) {
        return world.tree(type, controlPlane.namespace(), name);
    }
}
