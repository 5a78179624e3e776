package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ApiAccess;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.Reachability;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.World;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The world as reconcilers see it: the objects of the management cluster, decoded, and the simulator's ports. */
final class ManagementView implements World {
    /** Answers how a hosted API server is reached. */
    @FunctionalInterface
    interface HostedApis {
        Optional<ApiAccess> access(String namespace, String name);
    }

    private final Objects objects;
    private final TypedObjects typed;
    private final FieldIndex index;
    private final InstantSource clock;
    private final ReleaseCatalogue releases;
    private final KeyMaterial keyMaterial;
    private final ManagementCluster managementCluster;
    private final Reachability reachability;
    private final HostedApis hostedApis;
    private final HostedViews hostedViews;

    ManagementView(
            Objects objects,
            TypedObjects typed,
            FieldIndex index,
            InstantSource clock,
            ReleaseCatalogue releases,
            KeyMaterial keyMaterial,
            ManagementCluster managementCluster,
            Reachability reachability,
            HostedApis hostedApis,
            HostedViews hostedViews) {
        this.objects = objects;
        this.typed = typed;
        this.index = index;
        this.clock = clock;
        this.releases = releases;
        this.keyMaterial = keyMaterial;
        this.managementCluster = managementCluster;
        this.reachability = reachability;
        this.hostedApis = hostedApis;
        this.hostedViews = hostedViews;
    }

    @Override
    public <T extends HasMetadata> Optional<T> get(Class<T> type, String namespace, String name) {
        return tree(type, namespace, name).map(tree -> typed.decode(tree, type));
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, String namespace) {
        return list(type, namespace, Map.of());
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, String namespace, Map<String, String> labels) {
        List<T> found = new ArrayList<>();
        for (JsonObject tree : objects.list(typed.resource(type), namespace)) {
            if (Objects.labels(tree).entrySet().containsAll(labels.entrySet())) {
                found.add(typed.decode(tree, type));
            }
        }
        return found;
    }

    @Override
    public <T extends HasMetadata> List<T> listWhere(Class<T> type, String namespace, String text, String... path) {
        List<T> found = new ArrayList<>();
        for (JsonObject tree : index.find(typed.resource(type), namespace, text, path)) {
            found.add(typed.decode(tree, type));
        }
        return found;
    }

    @Override
    public <T extends HasMetadata> Optional<JsonObject> tree(Class<T> type, String namespace, String name) {
        ResourceType resource = typed.resource(type);
        return objects.get(resource, namespace, name);
    }

    @Override
    public <T extends HasMetadata> List<JsonObject> trees(Class<T> type, String namespace) {
        return objects.list(typed.resource(type), namespace);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public ReleaseCatalogue releases() {
        return releases;
    }

    @Override
    public KeyMaterial keyMaterial() {
        return keyMaterial;
    }

    @Override
    public ManagementCluster managementCluster() {
        return managementCluster;
    }

    @Override
    public Reachability reachability() {
        return reachability;
    }

    @Override
    public Optional<ApiAccess> hostedApi(String namespace, String name) {
        return hostedApis.access(namespace, name);
    }

    @Override
    public Optional<World> hosted(String controlPlaneNamespace) {
        return hostedViews.find(controlPlaneNamespace, this).map(HostedViews.Hosted::view);
    }
}
