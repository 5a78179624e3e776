package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.Resource.Trait;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deletion of objects: at once, or marked until their finalizers and their grace period are over. */
final class Deletions {
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";
    private static final Set<String> KEPT_NAMESPACES = Set.of("default", "kube-system", "kube-public");

    private final ApiServer server;
    private final Store store;

    Deletions(ApiServer server) {
        this.server = server;
        this.store = server.store();
    }

    /**
     * What a deletion did.
     *
     * @param object the object in its last or its marked state
     * @param removed whether it is gone
     */
    record Outcome(StoredObject object, boolean removed) {}

    Outcome delete(Resource resource, String namespace, String name, Objects.Deletion options, WriteContext context) {
        store.lock().lock();
        try {
            ObjectCollection collection = store.collection(resource.storageId());
            String key = Keys.of(resource, namespace, name);
            StoredObject stored = collection.get(key);
            if (stored == null) {
                throw Failures.notFound(resource, name);
            }
            StoredObject live = Versions.read(resource, stored);
            checkPreconditions(resource, name, live.tree(), options);
            server.webhooks().deleting(resource, namespace, live.tree(), context);
            if (resource.storageId().equals("/namespaces")) {
                return deleteNamespace(resource, name, live, collection, context);
            }
            JsonObject old = live.tree();
            JsonObject marked = withPolicy(resource, old, options.propagationPolicy(), context);
            long grace = resource.is(Trait.GRACEFUL_DELETION) ? grace(old, options.gracePeriodSeconds()) : 0;
            boolean held = !marked.array("metadata", "finalizers").isEmpty() || grace > 0;
            boolean definition = resource.storageId().equals(Definitions.COLLECTION);
            if (!held && !definition) {
                if (!context.dryRun()) {
                    store.remove(collection, key, null);
                    server.definitions().removed(resource);
                    server.aggregatedRoles().changed(resource, old, null);
                }
                return new Outcome(live, true);
            }
            if (definition && !ObjectMeta.isDying(old)) {
                marked = server.definitions().marked(marked);
            }
            JsonObject dying = mark(old, marked, grace);
            if (dying.equals(old) || context.dryRun()) {
                return new Outcome(context.dryRun() ? store.pretend(dying) : live, false);
            }
            StoredObject after = Versions.read(resource, store.put(collection, key, Versions.write(resource, dying)));
            if (definition) {
                server.definitions().cleanUp(name);
            }
            return new Outcome(after, false);
        } finally {
            store.lock().unlock();
        }
    }

    private JsonObject mark(JsonObject old, JsonObject marked, long grace) {
        JsonObject meta = marked.object("metadata");
        boolean first = !ObjectMeta.isDying(old);
        long before = old.integer(Long.MAX_VALUE, "metadata", "deletionGracePeriodSeconds");
        if (!first && grace >= before) {
            return marked;
        }
        meta = meta.with("deletionTimestamp", server.timestampIn(grace)).with("deletionGracePeriodSeconds", grace);
        long generation = old.integer(0, "metadata", "generation");
        if (first && generation > 0) {
            meta = meta.with("generation", generation + 1);
        }
        return marked.with("metadata", meta);
    }

    private static long grace(JsonObject pod, @Nullable Long asked) {
        String phase = String.valueOf(pod.text("status", "phase"));
        String node = pod.text("spec", "nodeName");
        if (node == null || node.isEmpty() || phase.equals("Failed") || phase.equals("Succeeded")) {
            return 0;
        }
        long grace = asked != null ? asked : pod.integer(30, "spec", "terminationGracePeriodSeconds");
        return grace < 0 ? 1 : grace;
    }

    private static void checkPreconditions(
            Resource resource, String name, JsonObject object, Objects.Deletion options) {
        String uid = ObjectMeta.text(object, "uid");
        if (options.uid() != null && !options.uid().equals(uid)) {
            throw Failures.precondition(
                    resource,
                    name,
                    "the UID in the precondition (" + options.uid() + ") does not match the UID in record (" + uid
                            + "). The object might have been deleted and then recreated");
        }
        String revision = ObjectMeta.text(object, "resourceVersion");
        if (options.resourceVersion() != null && !options.resourceVersion().equals(revision)) {
            throw Failures.precondition(
                    resource,
                    name,
                    "the ResourceVersion in the precondition (" + options.resourceVersion()
                            + ") does not match the ResourceVersion in record (" + revision
                            + "). The object might have been modified");
        }
    }

    /** The object with the finalizers that a propagation policy stands for. */
    private static JsonObject withPolicy(
            Resource resource, JsonObject object, @Nullable String policy, WriteContext context) {
        String effective = policy;
        if (effective == null && resource.is(Trait.ORPHANS_BY_DEFAULT)) {
            JsonArray present = object.array("metadata", "finalizers");
            if (!present.contains(ORPHAN) && !present.contains(FOREGROUND)) {
                effective = "Orphan";
                if (resource.group().equals("batch")) {
                    context.warn("child pods are preserved by default when jobs are deleted; set "
                            + "propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress "
                            + "this warning");
                }
            }
        }
        if (effective == null) {
            return object;
        }
        List<Object> finalizers = new ArrayList<>(object.array("metadata", "finalizers"));
        finalizers.removeIf(each -> each.equals(ORPHAN) || each.equals(FOREGROUND));
        if (effective.equals("Foreground")) {
            finalizers.add(FOREGROUND);
        } else if (effective.equals("Orphan")) {
            finalizers.add(ORPHAN);
        }
        JsonArray wanted = JsonArray.copyOf(finalizers);
        if (wanted.equals(object.array("metadata", "finalizers"))) {
            return object;
        }
        return wanted.isEmpty()
                ? object.withoutAt("metadata", "finalizers")
                : object.withAt(wanted, "metadata", "finalizers");
    }

    /** A namespace goes when its own finalizers are taken away, which the namespace controller does when it is empty. */
    private Outcome deleteNamespace(
            Resource resource, String name, StoredObject live, ObjectCollection collection, WriteContext context) {
        if (KEPT_NAMESPACES.contains(name)) {
            throw Failures.forbidden(resource, name, "this namespace may not be deleted");
        }
        JsonObject old = live.tree();
        if (ObjectMeta.isDying(old)) {
            return new Outcome(live, false);
        }
        JsonObject dying = old.withAt(server.timestamp(), "metadata", "deletionTimestamp")
                .withAt("Terminating", "status", "phase");
        if (ObjectMeta.mayGo(resource, dying)) {
            if (!context.dryRun()) {
                store.remove(collection, name, dying);
            }
            return new Outcome(store.pretend(dying), true);
        }
        return new Outcome(context.dryRun() ? store.pretend(dying) : store.put(collection, name, dying), false);
    }
}
