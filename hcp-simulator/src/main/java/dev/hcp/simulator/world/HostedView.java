package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.World;
import dev.hcp.simulator.apiserver.Objects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The objects of a hosted cluster as reconcilers see them; time and ports are those of the management cluster. */
final class HostedView implements World {
    private final Objects objects;
    private final TypedObjects typed;
    private final World management;

    HostedView(Objects objects, TypedObjects typed, World management) {
        this.objects = objects;
        this.typed = typed;
        this.management = management;
    }

    @Override
    public <T extends HasMetadata> Optional<T> get(Class<T> type, String namespace, String name) {
        return tree(type, namespace, name).map(tree -> typed.decode(tree, type));
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, String namespace) {
        return trees(type, namespace).stream()
                .map(tree -> typed.decode(tree, type))
                .toList();
    }

    @Override
    public <T extends HasMetadata> Optional<JsonObject> tree(Class<T> type, String namespace, String name) {
        return objects.get(typed.resource(type), namespace, name);
    }

    @Override
    public <T extends HasMetadata> List<JsonObject> trees(Class<T> type, String namespace) {
        return objects.list(typed.resource(type), namespace);
    }

    @Override
    public Instant now() {
        return management.now();
    }

    @Override
    public ReleaseCatalogue releases() {
        return management.releases();
    }

    @Override
    public KeyMaterial keyMaterial() {
        return management.keyMaterial();
    }

    @Override
    public ManagementCluster managementCluster() {
        return management.managementCluster();
    }
}
