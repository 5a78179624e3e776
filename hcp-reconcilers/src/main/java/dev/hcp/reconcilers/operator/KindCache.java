package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a kind, kept up to date by one informer whoever asks, and overlaid with what this operator wrote until
 * the informer has seen that, too. Thread-safe.
 */
final class KindCache implements AutoCloseable {
    private record Decoded(JsonObject tree, HasMetadata object) {}

    private final SharedIndexInformer<GenericKubernetesResource> informer;
    private final TreeStore store = new TreeStore(this::changed);
    private final Map<ObjectKey, JsonObject> written = new ConcurrentHashMap<>();
    private final Map<ObjectKey, Decoded> decoded = new ConcurrentHashMap<>();
    private final List<Consumer<JsonObject>> listeners = new CopyOnWriteArrayList<>();

    KindCache(KubernetesClient client, Class<? extends HasMetadata> type) {
        informer = client.genericKubernetesResources(ResourceDefinitionContext.fromResourceType(type))
                .inAnyNamespace()
                .runnableInformer(0)
                .itemStore(store)
                // One list or watch that fails must not be the last: the cache would stand still unnoticed.
                .exceptionHandler((started, failure) -> true);
    }

    /** Starts to follow the kind; returns when all objects are known. */
    void start() {
        informer.run();
    }

    /** Tells of every object of the kind that is added, changed or removed from now on. */
    void listen(Consumer<JsonObject> listener) {
        listeners.add(listener);
    }

    private void changed(JsonObject object) {
        ObjectKey key = ObjectKey.of(object);
        if (store.tree(key).isEmpty()) {
            decoded.remove(key);
        }
        listeners.forEach(listener -> listener.accept(object));
    }

    Optional<JsonObject> tree(ObjectKey key) {
        Optional<JsonObject> seen = store.tree(key);
        JsonObject mine = written.get(key);
        if (mine == null) {
            return seen;
        }
        long version = version(mine);
        boolean known = seen.isPresent() && version(seen.get()) >= version
                // It was seen, and is gone again.
                || seen.isEmpty() && parse(informer.lastSyncResourceVersion()) >= version;
        if (known) {
            written.remove(key, mine);
            return seen;
        }
        return Optional.of(mine);
    }

    /** An object as the informer knows it, without what was written since. */
    Optional<JsonObject> seen(ObjectKey key) {
        return store.tree(key);
    }

    List<JsonObject> trees(String namespace) {
        if (written.isEmpty()) {
            return List.copyOf(store.in(namespace).values());
        }
        Map<String, JsonObject> all = new TreeMap<>(store.in(namespace));
        overlay(all, namespace);
        return List.copyOf(all.values());
    }

    /** The objects with a text at a path, in a namespace or in all when it is empty. */
    List<JsonObject> where(String namespace, String text, List<String> path) {
        Map<String, JsonObject> all = new TreeMap<>();
        for (JsonObject object : store.where(text, path)) {
            all.put(TreeStore.storeKey(ObjectKey.of(object)), object);
        }
        overlay(all, namespace);
        String[] fields = path.toArray(String[]::new);
        List<JsonObject> found = new ArrayList<>();
        for (JsonObject object : all.values()) {
            boolean there =
                    namespace.isEmpty() || namespace.equals(ObjectKey.of(object).namespace());
            if (there && text.equals(object.text(fields))) {
                found.add(object);
            }
        }
        return found;
    }

    private void overlay(Map<String, JsonObject> objects, String namespace) {
        for (ObjectKey key : written.keySet()) {
            if (namespace.isEmpty() || namespace.equals(key.namespace())) {
                tree(key).ifPresent(tree -> objects.put(TreeStore.storeKey(key), tree));
            }
        }
    }

    /** The typed form of an object, decoded once per revision. */
    <T extends HasMetadata> T decode(JsonObject tree, Class<T> type) {
        ObjectKey key = ObjectKey.of(tree);
        Decoded known = decoded.get(key);
        if (known == null || known.tree() != tree) {
            known = new Decoded(tree, Json.toType(tree.withoutAt("metadata", "managedFields"), type));
            decoded.put(key, known);
        }
        return type.cast(known.object());
    }

    /** Takes note of what the server made of a write of this operator. */
    void wrote(JsonObject tree) {
        ObjectKey key = ObjectKey.of(tree);
        written.merge(key, tree, (before, after) -> version(before) > version(after) ? before : after);
    }

    /** Takes note that this operator had an object deleted. */
    void deleted(ObjectKey key) {
        written.remove(key);
    }

    private static long version(JsonObject tree) {
        return parse(tree.text("metadata", "resourceVersion"));
    }

    private static long parse(@Nullable String version) {
        return version == null || version.isEmpty() ? 0 : Long.parseLong(version);
    }

    boolean isHealthy() {
        return informer.isRunning() && informer.isWatching();
    }

    @Override
    public void close() {
        informer.stop();
    }
}
