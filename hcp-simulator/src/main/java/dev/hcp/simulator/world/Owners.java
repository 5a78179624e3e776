package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiException;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The owners that an object names, by what they mean for it: some keep it, some are gone, some are being deleted in the
 * foreground and wait for it to go first.
 */
final class Owners {
    private final List<String> goneOrWaitingUids = new ArrayList<>();
    private final List<JsonObject> waiting = new ArrayList<>();
    private boolean anyKeeps;

    private Owners() {}

    static Owners of(JsonObject dependent, Objects objects) {
        Owners owners = new Owners();
        for (Object item : dependent.array("metadata", "ownerReferences")) {
            if (item instanceof JsonObject reference) {
                owners.add(reference, dependent, objects);
            }
        }
        return owners;
    }

    private void add(JsonObject reference, JsonObject dependent, Objects objects) {
        Optional<ResourceType> type = served(reference, objects);
        String namespace = Meta.namespace(dependent);
        // What cannot be looked up is taken to exist: kinds that are not served, and owners in a namespace of an object
        // that is in none.
        if (type.isEmpty() || (type.get().namespaced() && namespace.isEmpty())) {
            anyKeeps = true;
            return;
        }
        String uid = String.valueOf(reference.text("uid"));
        Optional<JsonObject> owner = objects.get(
                        type.get(), type.get().namespaced() ? namespace : "", String.valueOf(reference.text("name")))
                .filter(found -> Meta.uid(found).equals(uid));
        if (owner.isEmpty()) {
            goneOrWaitingUids.add(uid);
        } else if (Meta.deleting(owner.get())
                && owner.get().array("metadata", "finalizers").contains("foregroundDeletion")) {
            goneOrWaitingUids.add(uid);
            waiting.add(owner.get());
        } else {
            anyKeeps = true;
        }
    }

    private static Optional<ResourceType> served(JsonObject reference, Objects objects) {
        try {
            return Optional.of(objects.resource(
                    String.valueOf(reference.text("apiVersion")), String.valueOf(reference.text("kind"))));
        } catch (ApiException e) {
            if (e.code() != 404) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Whether one of them lives and does not wait. */
    boolean anyKeeps() {
        return anyKeeps;
    }

    boolean anyGoneOrWaiting() {
        return !goneOrWaitingUids.isEmpty();
    }

    List<String> goneOrWaitingUids() {
        return goneOrWaitingUids;
    }

    /** Those that wait for the object to go before they go themselves. */
    List<JsonObject> waiting() {
        return waiting;
    }
}
