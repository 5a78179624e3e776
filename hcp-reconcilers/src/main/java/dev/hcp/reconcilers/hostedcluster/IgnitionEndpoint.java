package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Optional;

/** Where nodes of a cluster fetch their configuration. */
final class IgnitionEndpoint {
    private IgnitionEndpoint() {}

    /**
     * The endpoint: empty when the cluster does not say how the service is published, and an empty value when it has no
     * address yet.
     */
    static Optional<Optional<String>> of(ClusterView cluster, World world) {
        JsonObject strategy = cluster.strategy("Ignition");
        String type = strategy.text("type");
        if ("Route".equals(type)) {
            return Optional.of(routeHost(cluster, strategy, world));
        }
        if ("NodePort".equals(type) && strategy.at("nodePort", "address") instanceof String address) {
            return Optional.of(nodePort(cluster, world).map(port -> address + ":" + port));
        }
        return Optional.empty();
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
                .filter(port -> port != 0);
    }
}
