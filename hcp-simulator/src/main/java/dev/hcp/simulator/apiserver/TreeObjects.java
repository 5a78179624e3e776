package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.MergePatch;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.Commit;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link Objects} over the server's own write path, without any text in between. */
final class TreeObjects implements Objects {
    private final ApiServer server;
    private final Store store;

    TreeObjects(ApiServer server) {
        this.server = server;
        this.store = server.store();
    }

    @Override
    public ResourceType resource(String apiVersion, String kind) {
        Resource found = server.catalogue().kind(apiVersion, kind);
        if (found == null) {
            throw Failures.of(
                    404,
                    "NotFound",
                    "no matches for kind \"" + kind + "\" in version \"" + apiVersion
                            + "\": it is not built in and no custom resource definition declares it",
                    null);
        }
        return found;
    }

    @Override
    public List<ResourceType> resources() {
        return server.catalogue().document("resources", catalogue -> {
            List<ResourceType> all = new ArrayList<>();
            for (Resource resource : catalogue.stored()) {
                if (resource.isStored()) {
                    all.add(resource);
                }
            }
            all.sort(Comparator.comparing(ResourceType::group).thenComparing(ResourceType::plural));
            return List.copyOf(all);
        });
    }

    private Resource served(ResourceType type) {
        Resource found = server.catalogue().current(type);
        if (found == null) {
            throw Failures.noSuchResource();
        }
        return found;
    }

    @Override
    public Optional<JsonObject> get(ResourceType type, String namespace, String name) {
        Resource resource = served(type);
        StoredObject stored = Keys.find(store, resource, namespace, name);
        return stored == null
                ? Optional.empty()
                : Optional.of(Versions.read(resource, stored).tree());
    }

    @Override
    public List<JsonObject> list(ResourceType type, String namespace) {
        Resource resource = served(type);
        ObjectCollection collection = store.collection(resource.storageId());
        Collection<StoredObject> range = collection.snapshot().range(Keys.prefix(resource, namespace), null);
        List<JsonObject> objects = new ArrayList<>();
        for (StoredObject stored : range) {
            objects.add(Versions.read(resource, stored).tree());
        }
        return objects;
    }

    @Override
    public List<JsonObject> ownedBy(String ownerUid) {
        List<JsonObject> objects = new ArrayList<>();
        for (StoredObject stored : store.dependentsOf(ownerUid)) {
            objects.add(stored.tree());
        }
        return objects;
    }

    @Override
    public JsonObject create(ResourceType type, JsonObject object, String manager) {
        Resource resource = served(type);
        WriteContext context = WriteContext.internal(manager);
        JsonObject decoded = server.decoding().tree(resource, object, context);
        return server.writes()
                .create(resource, namespaceOf(resource, object), decoded, context)
                .tree();
    }

    @Override
    public JsonObject update(ResourceType type, @Nullable String subresource, JsonObject object, String manager) {
        Resource resource = served(type);
        WriteContext context = WriteContext.internal(manager);
        return server.writes()
                .update(
                        resource,
                        namespaceOf(resource, object),
                        ObjectMeta.text(object, "name"),
                        subresource,
                        live -> server.decoding()
                                .tree(resource, object, java.util.Objects.requireNonNull(live), context),
                        Writes.Tracking.TO_DO,
                        false,
                        context)
                .object()
                .tree();
    }

    @Override
    public JsonObject mergePatch(
            ResourceType type,
            String namespace,
            String name,
            @Nullable String subresource,
            JsonObject patch,
            String manager) {
        Resource resource = served(type);
        WriteContext context = WriteContext.internal(manager);
        return server.writes()
                .update(
                        resource,
                        namespace,
                        name,
                        subresource,
                        live -> {
                            JsonObject before = java.util.Objects.requireNonNull(live);
                            JsonObject after = MergePatch.apply(before, patch);
                            return after == before ? before : server.decoding().tree(resource, after, before, context);
                        },
                        Writes.Tracking.TO_DO,
                        false,
                        context)
                .object()
                .tree();
    }

    @Override
    public JsonObject apply(
            ResourceType type, @Nullable String subresource, JsonObject object, boolean force, String manager) {
        Resource resource = served(type);
        WriteContext context = WriteContext.internal(manager);
        return server.applies()
                .apply(
                        resource,
                        namespaceOf(resource, object),
                        ObjectMeta.text(object, "name"),
                        subresource,
                        object,
                        force,
                        context)
                .object()
                .tree();
    }

    private static String namespaceOf(Resource resource, JsonObject object) {
        return resource.namespaced() ? ObjectMeta.text(object, "namespace") : "";
    }

    @Override
    public void delete(ResourceType type, String namespace, String name, Deletion options) {
        server.deletions().delete(served(type), namespace, name, options, WriteContext.internal("deletion"));
    }

    @Override
    public void evict(String namespace, String pod) {
        Resource pods = served(resource("v1", "Pod"));
        server.evictions().evict(pods, namespace, pod, Deletion.BACKGROUND, WriteContext.internal("eviction"));
    }

    @Override
    public Subscription onChange(Consumer<Change> listener) {
        AutoCloseable registration = store.onCommit((collection, commit) -> {
            Change change = change(collection, commit);
            if (change != null) {
                listener.accept(change);
            }
        });
        return () -> {
            try {
                registration.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing a subscription cannot fail", e);
            }
        };
    }

    private @Nullable Change change(ObjectCollection collection, Commit commit) {
        Resource resource = server.catalogue().stored(collection.id());
        if (resource == null) {
            return null;
        }
        return new Change(resource, commit.revision(), tree(commit.before()), tree(commit.after()));
    }

    private static @Nullable JsonObject tree(@Nullable StoredObject object) {
        return object == null ? null : object.tree();
    }

    @Override
    public long revision() {
        return store.revision();
    }
}
