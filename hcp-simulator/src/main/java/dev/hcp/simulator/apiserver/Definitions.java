package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.CustomResources;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of custom resource definitions: their names are accepted, they are established and served at once, and they
 * go when the last of their instances has gone. Called under the write lock, right after the commit of a definition.
 */
final class Definitions {
    static final String COLLECTION = "apiextensions.k8s.io/customresourcedefinitions";

    private static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";
    private static final String MANAGER = "kube-apiserver";

    private final ApiServer server;
    private final Store store;
    private final Set<String> terminating = new HashSet<>();

    Definitions(ApiServer server) {
        this.server = server;
        this.store = server.store();
    }

    /** Whether a definition is on its way out, so that its resource takes no new objects. */
    boolean isTerminating(Resource resource) {
        return resource.custom() && terminating.contains(resource.storageId());
    }

    /** Follows a commit to a definition. */
    void changed(@Nullable JsonObject before, @Nullable JsonObject after) {
        if (after == null) {
            if (before != null) {
                withdraw(before);
            }
            return;
        }
        if (ObjectMeta.isDying(after)) {
            return;
        }
        boolean accepted = accept(after);
        if (accepted) {
            server.serve(server.catalogue()
                    .without(text(after, "group"), String.valueOf(after.text("spec", "names", "plural")))
                    .with(CustomResources.of(after)));
        }
    }

    private void withdraw(JsonObject definition) {
        String storageId = storageId(definition);
        terminating.remove(storageId);
        server.serve(server.catalogue()
                .without(text(definition, "group"), String.valueOf(definition.text("spec", "names", "plural"))));
    }

    private static String storageId(JsonObject definition) {
        return text(definition, "group") + "/" + definition.text("spec", "names", "plural");
    }

    private static String text(JsonObject definition, String name) {
        return String.valueOf(definition.text("spec", name));
    }

    /** Writes what became of the names; true when the definition is served. */
    private boolean accept(JsonObject definition) {
        JsonObject names = definition.object("spec", "names");
        String conflict = conflict(definition);
        JsonObject status = definition.object("status");
        JsonArray conditions = status.array("conditions");
        if (conflict == null) {
            conditions = condition(conditions, "NamesAccepted", "True", "NoConflicts", "no conflicts found");
            conditions = condition(
                    conditions, "Established", "True", "InitialNamesAccepted", "the initial names have been accepted");
            status = status.with("acceptedNames", names);
        } else {
            String[] reasonAndMessage = conflict.split("\n", 2);
            conditions = condition(conditions, "NamesAccepted", "False", reasonAndMessage[0], reasonAndMessage[1]);
            if (!isTrue(conditions, "Established")) {
                conditions = condition(conditions, "Established", "False", "NotAccepted", "not all names are accepted");
            }
        }
        JsonObject wanted = definition.with("status", status.with("conditions", conditions));
        if (!wanted.equals(definition)) {
            writeStatus(wanted);
        }
        return isTrue(conditions, "Established");
    }

    private void writeStatus(JsonObject wanted) {
        Resource resource = resource();
        server.writes()
                .update(
                        resource,
                        "",
                        ObjectMeta.text(wanted, "name"),
                        "status",
                        live -> wanted.with(
                                "metadata",
                                java.util.Objects.requireNonNull(live).get("metadata")),
                        Writes.Tracking.TO_DO,
                        false,
                        WriteContext.internal(MANAGER));
    }

    private Resource resource() {
        return java.util.Objects.requireNonNull(server.catalogue().stored(COLLECTION));
    }

    /** The reason and message of a conflict of names with another resource of the group, or null. */
    private @Nullable String conflict(JsonObject definition) {
        String group = text(definition, "group");
        JsonObject names = definition.object("spec", "names");
        for (Resource other : server.catalogue().stored()) {
            if (!other.group().equals(group) || other.storageId().equals(storageId(definition))) {
                continue;
            }
            for (Object shortName : names.array("shortNames")) {
                if (other.shortNames().contains(shortName)) {
                    return "ShortNamesConflict\n\"" + shortName + "\" is already in use";
                }
            }
            if (other.singular().equals(names.text("singular"))) {
                return "SingularConflict\n\"" + names.text("singular") + "\" is already in use";
            }
            if (other.kind().equals(names.text("kind"))) {
                return "KindConflict\n\"" + names.text("kind") + "\" is already in use";
            }
            if (other.listKind().equals(names.text("listKind"))) {
                return "ListKindConflict\n\"" + names.text("listKind") + "\" is already in use";
            }
        }
        return null;
    }

    private static boolean isTrue(JsonArray conditions, String type) {
        for (int i = 0; i < conditions.size(); i++) {
            if (type.equals(conditions.object(i).text("type"))) {
                return "True".equals(conditions.object(i).text("status"));
            }
        }
        return false;
    }

    private JsonArray condition(JsonArray conditions, String type, String status, String reason, String message) {
        List<@Nullable Object> result = new ArrayList<>(conditions);
        JsonObject condition = JsonObject.of(
                "type",
                type,
                "status",
                status,
                "reason",
                reason,
                "message",
                message,
                "lastTransitionTime",
                server.timestamp());
        for (int i = 0; i < conditions.size(); i++) {
            JsonObject old = conditions.object(i);
            if (type.equals(old.text("type"))) {
                boolean same = status.equals(old.text("status"));
                result.set(i, same ? condition.with("lastTransitionTime", old.get("lastTransitionTime")) : condition);
                return JsonArray.copyOf(result);
            }
        }
        result.add(condition);
        return JsonArray.copyOf(result);
    }

    /** The state of a definition that is being deleted: it waits until its instances are gone. */
    JsonObject marked(JsonObject definition) {
        List<@Nullable Object> finalizers = new ArrayList<>(Writes.finalizers(definition));
        if (!finalizers.contains(CLEANUP)) {
            finalizers.add(CLEANUP);
        }
        return definition
                .withAt(JsonArray.copyOf(finalizers), "metadata", "finalizers")
                .withAt(
                        condition(
                                definition.array("status", "conditions"),
                                "Terminating",
                                "True",
                                "InstanceDeletionPending",
                                "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon"),
                        "status",
                        "conditions");
    }

    /** Deletes the instances of a definition that was marked, and the definition when there are none left. */
    void cleanUp(String definitionName) {
        StoredObject stored = store.collection(COLLECTION).get(definitionName);
        if (stored == null || !ObjectMeta.isDying(stored.tree())) {
            return;
        }
        JsonObject definition = stored.tree();
        String storageId = storageId(definition);
        Resource instances = server.catalogue().stored(storageId);
        terminating.add(storageId);
        if (instances != null) {
            for (StoredObject each :
                    store.collection(storageId).snapshot().objects().values()) {
                server.deletions()
                        .delete(
                                instances,
                                ObjectMeta.text(each.tree(), "namespace"),
                                ObjectMeta.text(each.tree(), "name"),
                                Objects.Deletion.BACKGROUND,
                                WriteContext.internal(MANAGER));
            }
        }
        finish(storageId);
    }

    /** Follows the removal of an object: it may have been the last one that a definition waited for. */
    void removed(Resource resource) {
        if (resource.custom() && terminating.contains(resource.storageId())) {
            finish(resource.storageId());
        }
    }

    private void finish(String storageId) {
        if (!store.collection(storageId).snapshot().objects().isEmpty()) {
            return;
        }
        ObjectCollection collection = store.collection(COLLECTION);
        String name =
                storageId.substring(storageId.indexOf('/') + 1) + "." + storageId.substring(0, storageId.indexOf('/'));
        StoredObject stored = collection.get(name);
        if (stored == null) {
            return;
        }
        List<@Nullable Object> finalizers = new ArrayList<>(Writes.finalizers(stored.tree()));
        finalizers.remove(CLEANUP);
        JsonObject released = finalizers.isEmpty()
                ? stored.tree().withoutAt("metadata", "finalizers")
                : stored.tree().withAt(JsonArray.copyOf(finalizers), "metadata", "finalizers");
        if (finalizers.isEmpty()) {
            store.remove(collection, name, released);
            withdraw(released);
        } else {
            store.put(collection, name, released);
        }
    }
}
