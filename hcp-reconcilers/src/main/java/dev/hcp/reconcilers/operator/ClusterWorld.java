package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ApiAccess;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.Reachability;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster as one pass sees it. An object that was read once in the pass stays as it was, however the cluster changes.
 */
final class ClusterWorld implements World {
    private record Read(Class<?> type, ObjectKey key) {}

    private final ClusterCache cache;
    private final OperatorPorts ports;
    private final HostedConnections connections;
    private final Instant now;
    private final Map<String, Optional<World>> hosted = new HashMap<>();
    private final Map<Read, Optional<JsonObject>> read = new HashMap<>();

    ClusterWorld(ClusterCache cache, OperatorPorts ports, HostedConnections connections) {
        this.cache = cache;
        this.ports = ports;
        this.connections = connections;
        this.now = ports.clock().instant();
    }

    @Override
    public <T extends HasMetadata> Optional<JsonObject> tree(Class<T> type, String namespace, String name) {
        return read.computeIfAbsent(new Read(type, new ObjectKey(namespace, name)), this::look);
    }

    private Optional<JsonObject> look(Read wanted) {
        return cache.of(wanted.type().asSubclass(HasMetadata.class)).flatMap(kind -> kind.tree(wanted.key()));
    }

    @Override
    public <T extends HasMetadata> Optional<T> get(Class<T> type, String namespace, String name) {
        return tree(type, namespace, name).map(tree -> decode(tree, type));
    }

    private <T extends HasMetadata> T decode(JsonObject tree, Class<T> type) {
        return cache.of(type).orElseThrow().decode(tree, type);
    }

    @Override
    public <T extends HasMetadata> List<JsonObject> trees(Class<T> type, String namespace) {
        return cache.of(type).map(kind -> kind.trees(namespace)).orElse(List.of());
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, String namespace) {
        return list(type, namespace, Map.of());
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, String namespace, Map<String, String> labels) {
        List<T> found = new ArrayList<>();
        for (JsonObject tree : trees(type, namespace)) {
            if (labelled(tree, labels)) {
                found.add(decode(tree, type));
            }
        }
        return found;
    }

    private static boolean labelled(JsonObject tree, Map<String, String> labels) {
        JsonObject actual = tree.object("metadata", "labels");
        return labels.entrySet().stream().allMatch(label -> label.getValue().equals(actual.get(label.getKey())));
    }

    @Override
    public <T extends HasMetadata> List<T> listWhere(Class<T> type, String namespace, String text, String... path) {
        List<T> found = new ArrayList<>();
        cache.of(type).ifPresent(kind -> kind.where(namespace, text, List.of(path))
                .forEach(tree -> found.add(kind.decode(tree, type))));
        return found;
    }

    @Override
    public Instant now() {
        return now;
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
    public Optional<ApiAccess> hostedApi(String namespace, String name) {
        return ports.hostedApis().access(namespace, name);
    }

    @Override
    public Optional<World> hosted(String controlPlaneNamespace) {
        Optional<World> known = hosted.get(controlPlaneNamespace);
        if (known == null) {
            known = connections
                    .of(controlPlaneNamespace)
                    .map(connection -> new ClusterWorld(connection.cache(), ports, connections));
            hosted.put(controlPlaneNamespace, known);
        }
        return known;
    }

    /** Whether a hosted cluster was asked for that does not answer: nothing will tell when it does. */
    boolean missedHosted() {
        return hosted.values().stream().anyMatch(Optional::isEmpty);
    }
}
