package dev.hcp.simulator.kernel;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The least that the kernel needs of a store: objects of one kind, by name. */
final class MemoryObjects implements Objects {
    static final ResourceType THING = new ResourceType() {
        @Override
        public String group() {
            return "example.com";
        }

        @Override
        public String version() {
            return "v1";
        }

        @Override
        public String kind() {
            return "Thing";
        }

        @Override
        public String plural() {
            return "things";
        }

        @Override
        public boolean namespaced() {
            return true;
        }
    };

    private final TreeMap<String, JsonObject> things = new TreeMap<>();
    private final List<Consumer<Change>> listeners = new ArrayList<>();
    private long revision;

    /** Sets the value of a thing. */
    synchronized void put(String name, long value) {
        JsonObject thing =
                JsonObject.of("metadata", JsonObject.of("namespace", "default", "name", name), "value", value);
        commit(things.put(name, thing), thing);
    }

    synchronized void remove(String name) {
        commit(things.remove(name), null);
    }

    synchronized long value(String name) {
        JsonObject thing = things.get(name);
        return thing == null ? -1 : thing.integer(-1, "value");
    }

    private void commit(@Nullable JsonObject before, @Nullable JsonObject after) {
        Change change = new Change(THING, ++revision, before, after);
        listeners.forEach(listener -> listener.accept(change));
    }

    @Override
    public Subscription onChange(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public synchronized long revision() {
        return revision;
    }

    @Override
    public ResourceType resource(String apiVersion, String kind) {
        return THING;
    }

    @Override
    public List<ResourceType> resources() {
        return List.of(THING);
    }

    @Override
    public synchronized Optional<JsonObject> get(ResourceType type, String namespace, String name) {
        return Optional.ofNullable(things.get(name));
    }

    @Override
    public synchronized List<JsonObject> list(ResourceType type, String namespace) {
        return List.copyOf(things.values());
    }

    @Override
    public List<JsonObject> ownedBy(String ownerUid) {
        return List.of();
    }

    @Override
    public JsonObject create(ResourceType type, JsonObject object, String manager) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JsonObject update(ResourceType type, @Nullable String subresource, JsonObject object, String manager) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JsonObject mergePatch(
            ResourceType type,
            String namespace,
            String name,
            @Nullable String subresource,
            JsonObject patch,
            String manager) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JsonObject apply(
            ResourceType type, @Nullable String subresource, JsonObject object, boolean force, String manager) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void evict(String namespace, String pod) {
        throw new UnsupportedOperationException("there are no pods here");
    }

    @Override
    public void delete(ResourceType type, String namespace, String name, Deletion options) {
        remove(name);
    }
}
