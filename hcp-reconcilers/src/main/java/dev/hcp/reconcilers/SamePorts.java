package dev.hcp.reconcilers;

import dev.hcp.platforms.ApiAccess;
import dev.hcp.platforms.InfrastructureCluster;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.Reachability;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.World;
import java.time.Instant;
import java.util.Optional;

/** A world that shows objects in a way of its own, with the time and the ports of another. */
abstract class SamePorts implements World {
    private final World ports;

    SamePorts(World ports) {
        this.ports = ports;
    }

    @Override
    public Instant now() {
        return ports.now();
    }

    @Override
    public ReleaseCatalogue releases() {
        return ports.releases();
    }

    @Override
    public KeyMaterial keyMaterial() {
        return ports.keyMaterial();
    }

    @Override
    public ManagementCluster managementCluster() {
        return ports.managementCluster();
    }

    @Override
    public Reachability reachability() {
        return ports.reachability();
    }

    @Override
    public Optional<InfrastructureCluster> infrastructureCluster(String kubeconfig) {
        return ports.infrastructureCluster(kubeconfig);
    }

    @Override
    public Optional<ApiAccess> hostedApi(String namespace, String name) {
        return ports.hostedApi(namespace, name);
    }
}
