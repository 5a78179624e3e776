package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Defaulting;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.MetadataValidation;
import dev.hcp.api.validation.schema.ZeroValues;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.Resource.Trait;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creation and replacement of objects: from a decoded tree to a commit. */
final class Writes {
    /** Sub-resources that write the status. */
    private static final Set<String> STATUS_WRITERS = Set.of("status", "approval");

    private static final int NAME_ATTEMPTS = 8;
    private static final int LONGEST_GENERATED_BASE = 58;
    private static final int LARGEST_OBJECT = 1_572_864;

    private final ApiServer server;
    private final Store store;

    Writes(ApiServer server) {
        this.server = server;
        this.store = server.store();
    }

    /**
     * Creates an object.
     *
     * @param body the object, decoded: pruned, with kind and apiVersion
     */
    StoredObject create(Resource resource, String namespace, JsonObject body, WriteContext context) {
        store.lock().lock();
        try {
            return createLocked(resource, namespace, body, Tracking.TO_DO, context);
        } finally {
            store.lock().unlock();
        }
    }

    /**
     * Creates an object; the caller holds the lock.
     *
     * @param tracking whether field ownership is still to be worked out
     */
    StoredObject createLocked(
            Resource resource, String namespace, JsonObject body, Tracking tracking, WriteContext context) {
        JsonObject object = ObjectMeta.inNamespace(resource, namespace, body);
        if (!context.dryRun() && !ObjectMeta.text(object, "resourceVersion").isEmpty() && tracking == Tracking.TO_DO) {
            throw Failures.raw("resourceVersion should not be set on objects to be created");
        }
        object = ObjectMeta.forCreate(object, server.identifiers().uid(), server.timestamp());
        boolean generated = ObjectMeta.text(object, "name").isEmpty()
                && !ObjectMeta.text(object, "generateName").isEmpty();
        if (generated) {
            object = object.withAt(generateName(resource, namespace, object), "metadata", "name");
        }
        String name = ObjectMeta.text(object, "name");
        if (server.definitions().isTerminating(resource)) {
            throw Failures.definitionTerminating(resource);
        }
        requireNamespace(resource, namespace, name);
        if (resource.statusSubresource() && !resource.is(Trait.STATUS_ON_CREATE)) {
            object = object.without("status");
        }
        object = defaults(resource, object, JsonObject.EMPTY);
        context.permissions().writing(resource, object, null);
        if (tracking == Tracking.TO_DO) {
            object = new FieldOwnership(server.catalogue(), resource, null)
                    .created(object, context.manager(), server.timestamp());
        }
        if (resource.statusSubresource() && resource.custom()) {
            object = object.without("status");
        }
        object = server.admission().admitted(resource, name, object);
        server.requirePassage(resource, namespace, name, true);
        object = prepare(resource, name, object, null);
        if (!resource.custom()) {
            object = ZeroValues.fill(object, resource.schema());
        }
        if (resource.generation()) {
            object = object.withAt(1L, "metadata", "generation");
        }
        List<FieldError> errors = new ArrayList<>();
        MetadataValidation.checkNew(object, resource.nameRule(), resource.custom(), errors);
        server.validation().validateNew(resource, object, errors, context);
        if (!errors.isEmpty()) {
            throw Failures.invalid(resource, name, errors);
        }
        server.webhooks().creating(resource, namespace, object, context);
        ObjectCollection collection = store.collection(resource.storageId());
        String key = Keys.of(resource, namespace, name);
        StoredObject existing = collection.get(key);
        if (existing != null) {
            throw Failures.alreadyExists(resource, name, ObjectMeta.isDying(existing.tree()));
        }
        JsonObject stored = Versions.write(resource, object);
        if (context.dryRun()) {
            return store.pretend(object);
        }
        requireStorable(stored, null, context);
        return committed(resource, null, store.put(collection, key, stored));
    }

    /** Refuses what the reference's store takes for too large. Small changes of small objects are not measured. */
    private static void requireStorable(JsonObject stored, @Nullable StoredObject before, WriteContext context) {
        if (context.bodyBytes() == 0) {
            return;
        }
        long atMost = context.bodyBytes() + (before == null ? 0L : before.json().length);
        if (atMost > LARGEST_OBJECT && Json.writeBytes(stored).length > LARGEST_OBJECT) {
            throw Failures.raw("etcdserver: request is too large");
        }
    }

    /** Follows up a commit with what the server itself does about it. */
    private StoredObject committed(Resource resource, @Nullable StoredObject before, StoredObject after) {
        if (resource.storageId().equals(Definitions.COLLECTION)) {
            server.definitions().changed(before == null ? null : before.tree(), after.tree());
        }
        server.aggregatedRoles().changed(resource, before == null ? null : before.tree(), after.tree());
        return Versions.written(resource, after);
    }

    private String generateName(Resource resource, String namespace, JsonObject object) {
        String base = ObjectMeta.text(object, "generateName");
        String shortened = base.length() > LONGEST_GENERATED_BASE ? base.substring(0, LONGEST_GENERATED_BASE) : base;
        String name = "";
        for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
            name = shortened + server.identifiers().nameSuffix();
            if (Keys.find(store, resource, namespace, name) == null) {
                break;
            }
        }
        return name;
    }

    private void requireNamespace(Resource resource, String namespace, String name) {
        if (!resource.namespaced()) {
            return;
        }
        StoredObject found = store.collection("/namespaces").get("", namespace);
        if (found == null) {
            throw Failures.namespaceNotFound(namespace);
        }
        if (ObjectMeta.isDying(found.tree())
                || "Terminating".equals(found.tree().text("status", "phase"))) {
            throw Failures.namespaceTerminating(resource, name, namespace);
        }
    }

    /** Whether the owners of fields are worked out from the difference a write makes, or came with it. */
    enum Tracking {
        TO_DO,
        DONE
    }

    /** How an object is made from the one that exists. */
    @FunctionalInterface
    interface Change {
        /**
         * @param live the object as the request's version shows it; null when there is none
         * @return the object as the client wants it, decoded
         */
        JsonObject apply(@Nullable JsonObject live);
    }

    /** What an update did. */
    record Outcome(StoredObject object, boolean created) {}

    /**
     * Replaces an object or one of its sub-resources.
     *
     * @param tracking whether field ownership is still to be worked out
     * @param createsWhenAbsent whether an object that does not exist is created
     */
    Outcome update(
            Resource resource,
            String namespace,
            String name,
            @Nullable String subresource,
            Change change,
            Tracking tracking,
            boolean createsWhenAbsent,
            WriteContext context) {
        store.lock().lock();
        try {
            StoredObject stored = Keys.find(store, resource, namespace, name);
            if (stored == null) {
                if (!createsWhenAbsent || subresource != null) {
                    throw Failures.notFound(resource, name);
                }
                context.permissions().creating();
                JsonObject wanted = ObjectMeta.named(change.apply(null), name);
                return new Outcome(createLocked(resource, namespace, wanted, tracking, context), true);
            }
            StoredObject live = Versions.read(resource, stored);
            JsonObject wanted = change.apply(live.tree());
            return new Outcome(replace(resource, namespace, name, subresource, live, wanted, tracking, context), false);
        } finally {
            store.lock().unlock();
        }
    }

    private StoredObject replace(
            Resource resource,
            String namespace,
            String name,
            @Nullable String subresource,
            StoredObject live,
            JsonObject wanted,
            Tracking tracking,
            WriteContext context) {
        JsonObject old = live.tree();
        JsonObject object = ObjectMeta.inNamespace(resource, namespace, wanted);
        ObjectMeta.requireVersion(resource, name, object, old);
        object = ObjectMeta.forUpdate(object, old);
        object = defaults(resource, object, old);
        object = keepOthersPart(resource, subresource, object, old, false);
        object = object.sharing(old);
        if (tracking == Tracking.TO_DO) {
            object = new FieldOwnership(server.catalogue(), resource, subresource)
                    .updated(object, old, context.manager(), server.timestamp());
        }
        object = keepOthersPart(resource, subresource, object, old, true);
        context.permissions().writing(resource, object, old);
        object = subresource == null
                ? prepare(resource, name, object, old)
                : resource.strategy().prepareForSubresource(subresource, object, old, server.timestamp());
        object = countGeneration(resource, subresource, object, old);
        if (object.equals(old) || FieldOwnership.differOnlyInTimes(object, old)) {
            server.webhooks().updating(resource, namespace, subresource, object, old, context);
            return live;
        }
        server.requirePassage(resource, namespace, name, false);
        List<FieldError> errors = new ArrayList<>();
        MetadataValidation.checkChanged(object, old, errors);
        if (resource.is(Resource.Trait.RECHECKS_METADATA)) {
            MetadataValidation.recheckChanged(object, old, errors);
        }
        server.validation().validateChanged(resource, subresource, object, old, errors, context);
        if (!errors.isEmpty()) {
            throw Failures.invalid(resource, name, errors);
        }
        server.webhooks().updating(resource, namespace, subresource, object, old, context);
        if (context.dryRun()) {
            return store.pretend(object);
        }
        ObjectCollection collection = store.collection(resource.storageId());
        String key = Keys.of(resource, namespace, name);
        JsonObject stored = Versions.write(resource, object);
        if (ObjectMeta.isDying(old) && ObjectMeta.mayGo(resource, object)) {
            store.remove(collection, key, stored);
            removed(resource, old);
            return store.pretend(object);
        }
        requireStorable(stored, live, context);
        return committed(resource, live, store.put(collection, key, stored));
    }

    private void removed(Resource resource, JsonObject old) {
        if (resource.storageId().equals(Definitions.COLLECTION)) {
            server.definitions().changed(old, null);
        }
        server.definitions().removed(resource);
        server.aggregatedRoles().changed(resource, old, null);
    }

    /**
     * The object with what its own types would fill in.
     *
     * @param old the object that it replaces, or the empty object
     */
    JsonObject defaults(Resource resource, JsonObject object, JsonObject old) {
        return resource.custom()
                ? Defaulting.apply(object, old, resource.schema())
                : ZeroValues.fill(
                        resource.strategy().defaults(ZeroValues.structures(object, old, resource.schema())),
                        old,
                        resource.schema());
    }

    private JsonObject prepare(Resource resource, String name, JsonObject object, @Nullable JsonObject old) {
        try {
            return old == null
                    ? resource.strategy().prepareForCreate(object, server.allocator())
                    : resource.strategy().prepareForUpdate(object, old, server.allocator());
        } catch (Strategy.AllocationException e) {
            boolean port = e.getMessage() != null && e.getMessage().contains("port");
            FieldError error = port
                    ? FieldError.invalid(
                            "spec.ports[0].nodePort",
                            object.array("spec", "ports").object(0).get("nodePort"),
                            String.valueOf(e.getMessage()))
                    : FieldError.invalidLiteral(
                            "spec.clusterIPs",
                            MetadataValidation.goStrings(List.of(String.valueOf(object.text("spec", "clusterIP")))),
                            String.valueOf(e.getMessage()));
            throw Failures.invalid(resource, name, List.of(error));
        }
    }

    /**
     * The object with the parts that its endpoint does not write as they were: the status of the main resource, all but
     * the status of the status sub-resource.
     *
     * @param metadata whether metadata is put back too: field ownership sees what the client sent, so that comes after it
     */
    private static JsonObject keepOthersPart(
            Resource resource, @Nullable String subresource, JsonObject object, JsonObject old, boolean metadata) {
        if ("ephemeralcontainers".equals(subresource)) {
            Object containers = object.at("spec", "ephemeralContainers");
            JsonObject result = containers == null
                    ? old.withoutAt("spec", "ephemeralContainers")
                    : old.withAt(containers, "spec", "ephemeralContainers");
            return result.with("metadata", object.get("metadata"));
        }
        if (STATUS_WRITERS.contains(String.valueOf(subresource))) {
            JsonObject result = old.get("status") == object.get("status") ? old : withStatusOf(old, object);
            JsonObject meta = object.object("metadata");
            if (metadata && resource.is(Trait.STATUS_KEEPS_METADATA)) {
                Object managed = meta.get("managedFields");
                meta = old.object("metadata");
                meta = managed == null ? meta.without("managedFields") : meta.with("managedFields", managed);
            } else if (metadata && resource.is(Trait.STATUS_KEEPS_LABELS)) {
                Object labels = old.at("metadata", "labels");
                meta = labels == null ? meta.without("labels") : meta.with("labels", labels);
            }
            return result.with("metadata", meta);
        }
        boolean whole = subresource == null || subresource.equals("finalize");
        return whole && resource.statusSubresource() ? withStatusOf(object, old) : object;
    }

    private static JsonObject withStatusOf(JsonObject object, JsonObject source) {
        return source.containsKey("status") ? object.with("status", source.get("status")) : object.without("status");
    }

    private static JsonObject countGeneration(
            Resource resource, @Nullable String subresource, JsonObject object, JsonObject old) {
        if (!resource.generation() || STATUS_WRITERS.contains(String.valueOf(subresource))) {
            return object;
        }
        boolean changed;
        if (resource.custom()) {
            changed = !content(resource, object).equals(content(resource, old));
        } else {
            changed = resource.strategy().changesGeneration(object, old)
                    || (resource.is(Trait.ANNOTATIONS_CHANGE_GENERATION)
                            && !java.util.Objects.equals(
                                    object.at("metadata", "annotations"), old.at("metadata", "annotations")));
        }
        long generation = old.integer(0, "metadata", "generation");
        return changed ? object.withAt(generation + 1, "metadata", "generation") : object;
    }

    private static JsonObject content(Resource resource, JsonObject object) {
        JsonObject content = object.without("metadata");
        return resource.statusSubresource() ? content.without("status") : content;
    }

    /** The finalizers of an object. */
    static JsonArray finalizers(JsonObject object) {
        return object.array("metadata", "finalizers");
    }
}
