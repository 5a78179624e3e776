package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Removes what its owners leave behind: in the background once they are gone, in the foreground before they go, or gives
 * dependents up where the owner's deletion says so.
 */
final class GarbageCollector implements Actor<GarbageCollector.Subject> {
    private static final String NAME = "garbage-collector";
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    /** An object, or one that was; told from a later one of the same name by its uid. */
    record Subject(ResourceType type, String namespace, String name, String uid) {
        @Override
        public String toString() {
            return type.kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
        }
    }

    private final Objects objects;

    GarbageCollector(Objects objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<Subject> context) {
        context.watchAll(this::concerned);
    }

    private List<Subject> concerned(Objects.Change change) {
        JsonObject object = change.object();
        List<Subject> subjects = new ArrayList<>();
        if (change.after() == null) {
            if (!objects.ownedBy(Meta.uid(object)).isEmpty()) {
                subjects.add(subject(change.type(), object));
            }
            addWaitingOwners(object, subjects);
        } else if (Meta.deleting(object)) {
            JsonArray finalizers = object.array("metadata", "finalizers");
            if (finalizers.contains(FOREGROUND) || finalizers.contains(ORPHAN)) {
                subjects.add(subject(change.type(), object));
            }
        } else if (ownersChanged(change)) {
            JsonObject before = change.before();
            if (before != null) {
                addWaitingOwners(before, subjects);
            }
            if (Owners.of(object, objects).anyGoneOrWaiting()) {
                subjects.add(subject(change.type(), object));
            }
        }
        return subjects;
    }

    private static boolean ownersChanged(Objects.Change change) {
        JsonArray owners = change.object().array("metadata", "ownerReferences");
        JsonObject before = change.before();
        return before == null ? !owners.isEmpty() : !owners.equals(before.array("metadata", "ownerReferences"));
    }

    private static Subject subject(ResourceType type, JsonObject object) {
        return new Subject(type, Meta.namespace(object), Meta.name(object), Meta.uid(object));
    }

    /** Owners that are being deleted in the foreground and may have waited for this dependent. */
    private void addWaitingOwners(JsonObject dependent, List<Subject> subjects) {
        for (JsonObject owner : Owners.of(dependent, objects).waiting()) {
            subjects.add(subject(typeOf(owner), owner));
        }
    }

    private ResourceType typeOf(JsonObject object) {
        return objects.resource(String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind")));
    }

    @Override
    public Turn act(Subject subject, ActorContext<Subject> context) {
        Optional<JsonObject> live = objects.get(subject.type(), subject.namespace(), subject.name())
                .filter(object -> Meta.uid(object).equals(subject.uid()));
        if (live.isEmpty()) {
            objects.ownedBy(subject.uid()).forEach(this::collect);
        } else if (!Meta.deleting(live.get())) {
            collect(live.get());
        } else if (live.get().array("metadata", "finalizers").contains(ORPHAN)) {
            for (JsonObject dependent : objects.ownedBy(subject.uid())) {
                giveUp(dependent, List.of(subject.uid()));
            }
            removeFinalizer(subject, live.get(), ORPHAN);
        } else if (live.get().array("metadata", "finalizers").contains(FOREGROUND)) {
            foreground(subject, live.get());
        }
        return Turn.done();
    }

    /** Dependents that do not block their owner are left until it is gone. */
    private void foreground(Subject subject, JsonObject owner) {
        List<JsonObject> blocking = objects.ownedBy(subject.uid()).stream()
                .filter(dependent -> blocks(dependent, subject.uid()))
                .toList();
        if (blocking.isEmpty()) {
            removeFinalizer(subject, owner, FOREGROUND);
        } else {
            blocking.forEach(this::collect);
        }
    }

    private static boolean blocks(JsonObject dependent, String ownerUid) {
        for (Object item : dependent.array("metadata", "ownerReferences")) {
            if (item instanceof JsonObject reference
                    && ownerUid.equals(reference.text("uid"))
                    && reference.isTrue("blockOwnerDeletion")) {
                return true;
            }
        }
        return false;
    }

    /** Deletes a dependent that no owner keeps, or strikes those that do not keep it from its references. */
    private void collect(JsonObject dependent) {
        Owners owners = Owners.of(dependent, objects);
        if (!owners.anyGoneOrWaiting() || Meta.deleting(dependent)) {
            return;
        }
        if (owners.anyKeeps()) {
            giveUp(dependent, owners.goneOrWaitingUids());
            return;
        }
        boolean hasDependents = !objects.ownedBy(Meta.uid(dependent)).isEmpty();
        delete(dependent, !owners.waiting().isEmpty() && hasDependents ? "Foreground" : ownPolicy(dependent));
    }

    /** What the finalizers that somebody gave it say of its own dependents. */
    private static String ownPolicy(JsonObject object) {
        JsonArray finalizers = object.array("metadata", "finalizers");
        if (finalizers.contains(ORPHAN)) {
            return "Orphan";
        }
        return finalizers.contains(FOREGROUND) ? "Foreground" : "Background";
    }

    private void delete(JsonObject dependent, String propagation) {
        try {
            objects.delete(
                    typeOf(dependent),
                    Meta.namespace(dependent),
                    Meta.name(dependent),
                    new Objects.Deletion(propagation, null, Meta.uid(dependent), null));
        } catch (ApiException e) {
            if (e.code() != 404) {
                throw e;
            }
        }
    }

    private void giveUp(JsonObject dependent, List<String> ownerUids) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : dependent.array("metadata", "ownerReferences")) {
            if (!(item instanceof JsonObject reference) || !ownerUids.contains(reference.text("uid"))) {
                kept.add(item);
            }
        }
        patch(typeOf(dependent), dependent, "ownerReferences", kept);
    }

    private void removeFinalizer(Subject subject, JsonObject object, String finalizer) {
        List<@Nullable Object> kept = new ArrayList<>(object.array("metadata", "finalizers"));
        kept.remove(finalizer);
        patch(subject.type(), object, "finalizers", kept);
    }

    private void patch(ResourceType type, JsonObject object, String field, List<@Nullable Object> value) {
        JsonObject patch = JsonObject.EMPTY.withAt(value.isEmpty() ? null : JsonArray.copyOf(value), "metadata", field);
        objects.mergePatch(type, Meta.namespace(object), Meta.name(object), null, patch, NAME);
    }
}
