package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.openshift.Route;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;

/** Where nodes of a cluster fetch their configuration, and whether somebody answers there. */
final class IgnitionEndpoint {
    private IgnitionEndpoint() {}

    /** Whether the cluster says how the endpoint is published, in a way there is. */
    static boolean isPublished(ClusterView cluster) {
        JsonObject strategy = cluster.strategy("Ignition");
        String type = strategy.text("type");
        return "Route".equals(type) || ("NodePort".equals(type) && strategy.get("nodePort") instanceof JsonObject);
    }

    /** The endpoint, once it has an address. */
    static Optional<String> of(ClusterView cluster, World world) {
        JsonObject strategy = cluster.strategy("Ignition");
        if ("Route".equals(strategy.text("type"))) {
            return routeHost(cluster, strategy, world);
        }
        String address = strategy.text("nodePort", "address");
        return nodePort(cluster, world).map(port -> (address == null ? "" : address) + ":" + port);
    }

    private static Optional<String> routeHost(ClusterView cluster, JsonObject strategy, World world) {
        String hostname = strategy.text("route", "hostname");
        if (hostname != null && !hostname.isEmpty()) {
            return Optional.of(hostname);
        }
        return world.tree(Route.class, cluster.controlPlaneNamespace(), "ignition-server")
                .map(route -> route.text("spec", "host"))
                .filter(host -> !host.isEmpty());
    }

    private static Optional<Long> nodePort(ClusterView cluster, World world) {
        return world.tree(Service.class, cluster.controlPlaneNamespace(), "ignition-server-proxy")
                .map(service -> service.array("spec", "ports"))
                .filter(ports -> !ports.isEmpty())
                .map(ports -> ports.object(0).integer(0, "nodePort"))
                .filter(port -> port > 0);
    }

    /** Sets condition IgnitionEndpointAvailable. */
    static void report(ClusterView cluster, Conditions conditions, World world) {
        String type = ConditionTypes.IGNITION_ENDPOINT_AVAILABLE;
        Optional<JsonObject> server = world.tree(Deployment.class, cluster.controlPlaneNamespace(), "ignition-server");
        if (server.isEmpty()) {
            conditions.set(type, false, "NotFound", "Ignition server deployment not found");
        } else if (Conditions.of(server.get(), world.now()).is("Available", Conditions.TRUE)) {
            conditions.set(type, true, "AsExpected", "Ignition server deployment is available");
        } else {
            conditions.set(type, false, "WaitingForAvailable", "Ignition server deployment is not yet available");
        }
    }
}
