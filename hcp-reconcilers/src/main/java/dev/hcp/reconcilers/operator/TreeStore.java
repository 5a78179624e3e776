package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an informer knows of a kind, as JSON trees; the informer itself is only told names and resource versions.
 *
 * <p>Thread-safe.
 */
final class TreeStore implements ItemStore<GenericKubernetesResource> {
    /** Sorts before every character of a name, so that the objects of a namespace are neighbours. */
    private static final char SEPARATOR = '\0';

    private final ConcurrentNavigableMap<String, JsonObject> objects = new ConcurrentSkipListMap<>();
    private final Map<List<String>, FieldIndex> indexes = new ConcurrentHashMap<>();
    private final Consumer<JsonObject> changed;

    /**
     * @param changed told of every object that was added or changed, as it is, or removed, as it was
     */
    TreeStore(Consumer<JsonObject> changed) {
        this.changed = changed;
    }

    static String storeKey(ObjectKey key) {
        return key.namespace() + SEPARATOR + key.name();
    }

    Optional<JsonObject> tree(ObjectKey key) {
        return Optional.ofNullable(objects.get(storeKey(key)));
    }

    /** The objects of a namespace, or all when it is empty, by store key. */
    Map<String, JsonObject> in(String namespace) {
        return namespace.isEmpty()
                ? objects
                : objects.subMap(namespace + SEPARATOR, namespace + (char) (SEPARATOR + 1));
    }

    /** The objects with a text at a path. */
    List<JsonObject> where(String text, List<String> path) {
        FieldIndex index = indexes.computeIfAbsent(path, FieldIndex::new);
        index.fill(objects);
        List<JsonObject> found = new ArrayList<>();
        for (String key : index.keys(text)) {
            JsonObject object = objects.get(key);
            if (object != null && text.equals(object.text(path.toArray(String[]::new)))) {
                found.add(object);
            }
        }
        return found;
    }

    @Override
    public String getKey(GenericKubernetesResource object) {
        return storeKey(ObjectKey.of(object));
    }

    @Override
    public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource object) {
        JsonObject tree = Json.toTree(object);
        JsonObject before = change(key, tree);
        if (before == null || !version(before).equals(version(tree))) {
            changed.accept(tree);
        }
        return before == null ? null : reduced(before);
    }

    @Override
    public @Nullable GenericKubernetesResource remove(String key) {
        JsonObject before = change(key, null);
        if (before == null) {
            return null;
        }
        changed.accept(before);
        return reduced(before);
    }

    private synchronized @Nullable JsonObject change(String key, @Nullable JsonObject after) {
        JsonObject before = after == null ? objects.remove(key) : objects.put(key, after);
        indexes.values().forEach(index -> index.change(key, before, after));
        return before;
    }

    private static String version(JsonObject tree) {
        return String.valueOf(tree.text("metadata", "resourceVersion"));
    }

    @Override
    public Stream<String> keySet() {
        return objects.keySet().stream();
    }

    @Override
    public Stream<GenericKubernetesResource> values() {
        return objects.values().stream().map(TreeStore::reduced);
    }

    @Override
    public int size() {
        return objects.size();
    }

    @Override
    public @Nullable GenericKubernetesResource get(String key) {
        JsonObject tree = objects.get(key);
        return tree == null ? null : reduced(tree);
    }

    @Override
    public boolean isFullState() {
        return false;
    }

    /** As much as an informer needs to tell one state of an object from another. */
    private static GenericKubernetesResource reduced(JsonObject tree) {
        ObjectKey key = ObjectKey.of(tree);
        GenericKubernetesResource resource = new GenericKubernetesResource();
        resource.setMetadata(new ObjectMetaBuilder()
                .withNamespace(key.namespace().isEmpty() ? null : key.namespace())
                .withName(key.name())
                .withResourceVersion(tree.text("metadata", "resourceVersion"))
                .build());
        return resource;
    }
}
