package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server itself does with {@code metadata}. */
final class ObjectMeta {
    private static final List<String> OWNED_BY_SERVER =
            List.of("creationTimestamp", "generation", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds");

    private ObjectMeta() {}

    /** A text of metadata, or the empty text. */
    static String text(JsonObject object, String name) {
        String text = object.text("metadata", name);
        return text == null ? "" : text;
    }

    /** Whether deletion has begun. */
    static boolean isDying(JsonObject object) {
        return object.at("metadata", "deletionTimestamp") != null;
    }

    /** Whether nothing holds an object whose deletion has begun. */
    static boolean mayGo(Resource resource, JsonObject object) {
        boolean held = !object.array("metadata", "finalizers").isEmpty()
                || object.integer(0, "metadata", "deletionGracePeriodSeconds") > 0;
        if (resource.storageId().equals("/namespaces")) {
            held |= !object.array("spec", "finalizers").isEmpty();
        }
        return !held;
    }

    /** The object in the namespace of the request. */
    static JsonObject inNamespace(Resource resource, String namespace, JsonObject object) {
        String own = text(object, "namespace");
        if (!resource.namespaced()) {
            return own.isEmpty() ? object : object.withoutAt("metadata", "namespace");
        }
        if (own.isEmpty()) {
            return object.withAt(namespace, "metadata", "namespace");
        }
        if (!own.equals(namespace)) {
            throw Failures.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        return object;
    }

    /** The object with the name of the request, which it must not contradict. */
    static JsonObject named(JsonObject object, String name) {
        String own = text(object, "name");
        if (own.isEmpty()) {
            return object.withAt(name, "metadata", "name");
        }
        return object;
    }

    /** Refuses an object whose name is not the one of the request. */
    static void requireName(JsonObject object, String name) {
        String own = text(object, "name");
        if (own.isEmpty()) {
            throw Failures.badRequest(
                    "the name of the object (" + name + " based on URL) was undeterminable: name must be provided");
        }
        if (!own.equals(name)) {
            throw Failures.badRequest(
                    "the name of the object (" + own + ") does not match the name on the URL (" + name + ")");
        }
    }

    /** A new object's metadata: what clients must not set is dropped, what the server sets is set. */
    static JsonObject forCreate(JsonObject object, String uid, String now) {
        JsonObject meta = object.object("metadata");
        for (String name : OWNED_BY_SERVER) {
            meta = meta.without(name);
        }
        return object.with(
                "metadata", meta.without("resourceVersion").with("uid", uid).with("creationTimestamp", now));
    }

    /** A changed object's metadata: what the server keeps is as it was. */
    static JsonObject forUpdate(JsonObject object, JsonObject old) {
        JsonObject meta = object.object("metadata");
        JsonObject before = old.object("metadata");
        for (String name : List.of("creationTimestamp", "generation", "resourceVersion")) {
            Object kept = before.get(name);
            meta = kept == null ? meta.without(name) : meta.with(name, kept);
        }
        for (String name : List.of("uid", "deletionTimestamp", "deletionGracePeriodSeconds")) {
            if (meta.get(name) == null && before.get(name) != null) {
                meta = meta.with(name, before.get(name));
            }
        }
        return object.with("metadata", meta.without("selfLink"));
    }

    /** Refuses a change of an older state than the stored one. */
    static void requireVersion(Resource resource, String name, JsonObject object, JsonObject old) {
        Long asked = revision(text(object, "resourceVersion"));
        if (asked != null && asked != 0 && !String.valueOf(asked).equals(text(old, "resourceVersion"))) {
            throw Failures.modified(resource, name);
        }
    }

    /** A resourceVersion as a number; null when there is none. */
    static @Nullable Long revision(String text) {
        return text.isEmpty() ? null : GoNumbers.parseUint(text, Failures::raw);
    }

    /** The revision that a read asks for. */
    static long askedRevision(String text) {
        return GoNumbers.parseUint(
                text,
                problem -> Failures.raw(
                        FieldError.invalid("resourceVersion", text, problem).message()));
    }
}
