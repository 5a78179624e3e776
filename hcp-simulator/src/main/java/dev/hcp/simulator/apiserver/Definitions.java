package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.CustomResources;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.definition.Conditions;
import dev.hcp.simulator.apiserver.definition.GroupApproval;
import dev.hcp.simulator.apiserver.definition.NameClaims;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    Definitions(ApiServer server) {
        this.server = server;
        this.store = server.store();
    }

    /** Whether a definition is on its way out, so that its resource takes no new objects. */
    boolean isTerminating(Resource resource) {
        return resource.custom() && dying(resource) != null;
    }

    /** The definition of a resource, should it be on its way out. */
    private @Nullable JsonObject dying(Resource resource) {
        StoredObject definition = store.collection(COLLECTION).get(resource.qualifiedPlural());
        return definition != null && ObjectMeta.isDying(definition.tree()) ? definition.tree() : null;
    }

    /** Follows a commit to a definition. */
    void changed(@Nullable JsonObject before, @Nullable JsonObject after) {
        if (after == null) {
            if (before != null) {
                withdraw(before);
            }
            return;
        }
        JsonObject settled = ObjectMeta.isDying(after) ? after : settle(after);
        if (Conditions.of(settled).isTrue("Established")) {
            server.serve(
                    server.catalogue()
                            .without(text(settled, "group"), text(settled, "names", "plural"))
                            .with(CustomResources.of(settled)),
                    text(settled, "group"));
        }
    }

    /** Serves a definition no more; names that it had are free for others that waited for them. */
    private void withdraw(JsonObject definition) {
        server.serve(
                server.catalogue().without(text(definition, "group"), text(definition, "names", "plural")),
                text(definition, "group"));
        for (JsonObject other : others(definition)) {
            if (!ObjectMeta.isDying(other) && !Conditions.of(other).isTrue("NamesAccepted")) {
                settle(other);
            }
        }
    }

    private List<JsonObject> others(JsonObject definition) {
        List<JsonObject> others = new ArrayList<>();
        String group = text(definition, "group");
        for (StoredObject each :
                store.collection(COLLECTION).snapshot().objects().values()) {
            boolean self = ObjectMeta.text(each.tree(), "name").equals(ObjectMeta.text(definition, "name"));
            if (!self && text(each.tree(), "group").equals(group)) {
                others.add(each.tree());
            }
        }
        return others;
    }

    private static String text(JsonObject definition, String... path) {
        return Objects.requireNonNullElse(definition.object("spec").text(path), "");
    }

    /** Writes what became of the names, and whether the definition is established; the definition as it then is. */
    private JsonObject settle(JsonObject definition) {
        NameClaims names = NameClaims.of(definition, others(definition));
        String now = server.timestamp();
        Conditions conditions =
                Conditions.of(definition).with("NamesAccepted", names.complete(), names.reason(), names.message(), now);
        if (!conditions.isTrue("Established")) {
            conditions = names.complete()
                    ? conditions.with(
                            "Established", true, "InitialNamesAccepted", "the initial names have been accepted", now)
                    : conditions.with("Established", false, "NotAccepted", "not all names are accepted", now);
        }
        conditions = approval(definition, conditions, now);
        JsonObject status = definition
                .object("status")
                .with("acceptedNames", names.accepted())
                .with("conditions", conditions.items());
        JsonObject settled = definition.with("status", status);
        if (!settled.equals(definition)) {
            writeStatus(settled);
        }
        return settled;
    }

    private static Conditions approval(JsonObject definition, Conditions conditions, String now) {
        if (!GroupApproval.isProtected(text(definition, "group"))) {
            return conditions;
        }
        GroupApproval approval = GroupApproval.of(definition);
        return conditions.with(
                "KubernetesAPIApprovalPolicyConformant",
                approval.state() == GroupApproval.State.APPROVED,
                approval.state().reason(),
                approval.words(),
                now);
    }

    private void writeStatus(JsonObject wanted) {
        server.writes()
                .update(
                        Objects.requireNonNull(server.catalogue().stored(COLLECTION)),
                        "",
                        ObjectMeta.text(wanted, "name"),
                        "status",
                        live -> wanted.with(
                                "metadata", Objects.requireNonNull(live).get("metadata")),
                        Writes.Tracking.TO_DO,
                        false,
                        WriteContext.consequence(MANAGER));
    }

    private void writeTermination(JsonObject definition, boolean status, String reason, String message) {
        JsonArray conditions = Conditions.of(definition)
                .with("Terminating", status, reason, message, server.timestamp())
                .items();
        writeStatus(definition.withAt(conditions, "status", "conditions"));
    }

    /** The state of a definition that is being deleted: it waits until its instances are gone. */
    JsonObject marked(JsonObject definition) {
        List<@Nullable Object> finalizers = new ArrayList<>(Writes.finalizers(definition));
        if (!finalizers.contains(CLEANUP)) {
            finalizers.add(CLEANUP);
        }
        Conditions conditions = Conditions.of(definition)
                .with(
                        "Terminating",
                        true,
                        "InstanceDeletionPending",
                        "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon",
                        server.timestamp());
        return definition
                .withAt(JsonArray.copyOf(finalizers), "metadata", "finalizers")
                .withAt(conditions.items(), "status", "conditions");
    }

    /** Deletes the instances of a definition that was marked, and the definition when there are none left. */
    void cleanUp(String definitionName) {
        StoredObject stored = store.collection(COLLECTION).get(definitionName);
        if (stored == null
                || !ObjectMeta.isDying(stored.tree())
                || !Writes.finalizers(stored.tree()).contains(CLEANUP)) {
            return;
        }
        Resource instances = CustomResources.stored(stored.tree());
        if (!Conditions.of(stored.tree()).isTrue("Established")) {
            writeTermination(stored.tree(), false, "NeverEstablished", "resource was never established");
        } else {
            writeTermination(
                    stored.tree(), true, "InstanceDeletionInProgress", "CustomResource deletion is in progress");
            for (StoredObject each :
                    store.collection(instances.storageId()).snapshot().objects().values()) {
                server.deletions()
                        .delete(
                                instances,
                                ObjectMeta.text(each.tree(), "namespace"),
                                ObjectMeta.text(each.tree(), "name"),
                                dev.hcp.simulator.apiserver.Objects.Deletion.BACKGROUND,
                                WriteContext.consequence(MANAGER));
            }
        }
        finish(instances);
    }

    /** Follows the removal of an object: it may have been the last one that a definition waited for. */
    void removed(Resource resource) {
        if (isTerminating(resource)) {
            finish(resource);
        }
    }

    private void finish(Resource instances) {
        JsonObject definition = dying(instances);
        if (definition == null
                || !Writes.finalizers(definition).contains(CLEANUP)
                || !store.collection(instances.storageId()).snapshot().objects().isEmpty()) {
            return;
        }
        if (Conditions.of(definition).isTrue("Established")) {
            writeTermination(definition, false, "InstanceDeletionCompleted", "removed all instances");
        }
        ObjectCollection collection = store.collection(COLLECTION);
        String name = instances.qualifiedPlural();
        JsonObject released = Objects.requireNonNull(collection.get(name)).tree();
        List<@Nullable Object> finalizers = new ArrayList<>(Writes.finalizers(released));
        finalizers.remove(CLEANUP);
        if (finalizers.isEmpty()) {
            released = released.withoutAt("metadata", "finalizers");
            store.remove(collection, name, released);
            withdraw(released);
        } else {
            store.put(collection, name, released.withAt(JsonArray.copyOf(finalizers), "metadata", "finalizers"));
        }
    }
}
