package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Optional;

/** Whether the API server answers where it is published, so far as that can be tried from its namespace. */
final class ApiServerHealth {
    private final ControlPlane controlPlane;
    private final Publishing publishing;
    private final World world;

    ApiServerHealth(ControlPlane controlPlane, World world) {
        this.controlPlane = controlPlane;
        this.publishing = new Publishing(controlPlane);
        this.world = world;
    }

    /** Why it does not answer; empty when it does, or is published by node ports, which are not tried. */
    Optional<String> problem() {
        if (publishing.strategy(Publishing.API_SERVER).isEmpty()) {
            return Optional.of("APIServer service strategy not specified");
        }
        if (!controlPlane.isPublic()) {
            return ask(ControlPlaneServices.KUBE_API_SERVER, publishing.apiServicePort());
        }
        return switch (publishing.type(Publishing.API_SERVER)) {
            case "Route" -> throughRoute();
            case "LoadBalancer" -> throughLoadBalancer();
            default -> Optional.empty();
        };
    }

    private Optional<String> throughRoute() {
        Optional<JsonObject> route = tree(Route.class, ControlPlaneServices.KUBE_API_SERVER);
        if (route.isEmpty()) {
            return Optional.of("failed to get kube apiserver external route: "
                    + "routes.route.openshift.io \"kube-apiserver\" not found");
        }
        JsonArray ingress = route.get().array("status", "ingress");
        String router = ingress.isEmpty() ? "" : ControlPlane.text(ingress.object(0), "routerCanonicalHostname");
        return router.isEmpty()
                ? Optional.of("APIServer external route not admitted")
                : ask(router, Publishing.ROUTER_PORT);
    }

    private Optional<String> throughLoadBalancer() {
        String name = publishing.apiBalancerService();
        Optional<JsonObject> service = tree(Service.class, name);
        if (service.isEmpty()) {
            return Optional.of("failed to get kube apiserver service: services \"" + name + "\" not found");
        }
        String host = PublishedEndpoints.balancerAddress(service.get());
        return host.isEmpty()
                ? Optional.of("APIServer load balancer is not provisioned")
                : ask(host, publishing.apiHealthPort());
    }

    private Optional<String> ask(String host, long port) {
        return world.reachability().healthProblem(controlPlane.namespace(), host, port);
    }

    private Optional<JsonObject> tree(Class<? extends HasMetadata> type, String name) {
        return world.tree(type, controlPlane.namespace(), name);
    }
}
