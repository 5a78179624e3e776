package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A world, and who is told of the kinds that are read from it. */
final class ObservedWorld extends SamePorts {
    /** Is told of the kinds that are read. */
    @FunctionalInterface
    interface Reader {
        void reads(boolean hosted, Class<? extends HasMetadata> type);
    }

    private final World world;
    private final boolean isHosted;
    private final Reader reader;
    private final Map<String, Optional<World>> hosted = new HashMap<>();

    ObservedWorld(World world, boolean isHosted, Reader reader) {
        super(world);
        this.world = world;
        this.isHosted = isHosted;
        this.reader = reader;
    }

    @Override
    public <T extends HasMetadata> Optional<T> get(Class<T> type, String namespace, String name) {
        reader.reads(isHosted, type);
        return world.get(type, namespace, name);
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, String namespace) {
        reader.reads(isHosted, type);
        return world.list(type, namespace);
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, String namespace, Map<String, String> labels) {
        reader.reads(isHosted, type);
        return world.list(type, namespace, labels);
    }

    @Override
    public <T extends HasMetadata> List<T> listWhere(Class<T> type, String namespace, String text, String... path) {
        reader.reads(isHosted, type);
        return world.listWhere(type, namespace, text, path);
    }

    @Override
    public <T extends HasMetadata> Optional<JsonObject> tree(Class<T> type, String namespace, String name) {
        reader.reads(isHosted, type);
        return world.tree(type, namespace, name);
    }

    @Override
    public <T extends HasMetadata> List<JsonObject> trees(Class<T> type, String namespace) {
        reader.reads(isHosted, type);
        return world.trees(type, namespace);
    }

    @Override
    public Optional<World> hosted(String controlPlaneNamespace) {
        Optional<World> known = hosted.get(controlPlaneNamespace);
        if (known == null) {
            known = world.hosted(controlPlaneNamespace).map(inside -> new ObservedWorld(inside, true, reader));
            hosted.put(controlPlaneNamespace, known);
        }
        return known;
    }
}
