package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Timestamps;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the metadata of objects. All methods are pure and thread-safe. */
public final class Meta {
    private Meta() {}

    /** The name. */
    public static String name(JsonObject object) {
        return String.valueOf(object.text("metadata", "name"));
    }

    /** The namespace; empty for cluster-scoped objects. */
    public static String namespace(JsonObject object) {
        String namespace = object.text("metadata", "namespace");
        return namespace == null ? "" : namespace;
    }

    /** The uid. */
    public static String uid(JsonObject object) {
        return String.valueOf(object.text("metadata", "uid"));
    }

    /** The generation; 0 where the kind has none. */
    public static long generation(JsonObject object) {
        return object.integer(0, "metadata", "generation");
    }

    /** Whether the object is marked for deletion. */
    public static boolean deleting(JsonObject object) {
        return object.at("metadata", "deletionTimestamp") != null;
    }

    /** The owner reference of the controller. */
    public static Optional<JsonObject> controller(JsonObject object) {
        for (Object owner : object.array("metadata", "ownerReferences")) {
            if (owner instanceof JsonObject reference && reference.isTrue("controller")) {
                return Optional.of(reference);
            }
        }
        return Optional.empty();
    }

    /** Whether the object is controlled by one of that kind. */
    public static boolean controlledBy(JsonObject object, String kind) {
        return controller(object)
                .filter(owner -> kind.equals(owner.text("kind")))
                .isPresent();
    }

    /** A reference by which an object says that another controls it. */
    public static JsonObject controllerReference(JsonObject owner) {
        return JsonObject.builder(6)
                .put("apiVersion", owner.text("apiVersion"))
                .put("blockOwnerDeletion", true)
                .put("controller", true)
                .put("kind", owner.text("kind"))
                .put("name", name(owner))
                .put("uid", uid(owner))
                .build();
    }

    /** Whether an object carries all the labels. */
    public static boolean labelled(JsonObject object, Map<String, ? extends @Nullable Object> labels) {
        return contains(object.object("metadata", "labels"), labels);
    }

    /** Whether an object carries all the annotations. */
    public static boolean annotated(JsonObject object, Map<String, ? extends @Nullable Object> annotations) {
        return contains(object.object("metadata", "annotations"), annotations);
    }

    private static boolean contains(JsonObject actual, Map<String, ? extends @Nullable Object> wanted) {
        for (Map.Entry<String, ? extends @Nullable Object> entry : wanted.entrySet()) {
            if (!actual.containsKey(entry.getKey()) || !Objects.equals(actual.get(entry.getKey()), entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** A time as Kubernetes writes it: in seconds. */
    public static String time(Instant instant) {
        return Timestamps.of(instant);
    }
}
