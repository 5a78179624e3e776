package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The store as code in the same JVM uses it: trees instead of HTTP text, the same defaulting, validation, field ownership
 * and commit as requests.
 *
 * <p>Thread-safe. Failures are {@link ApiException}s that carry the {@code Status} a client would get.
 */
public interface Objects {
    /**
     * The served resource of a kind.
     *
     * @param apiVersion group and version, or the bare version of the core group
     * @throws ApiException 404 when no such kind is served
     */
    ResourceType resource(String apiVersion, String kind);

    /** The served resources, each kind once, ordered by group and plural: what garbage and namespace collectors go over. */
    List<ResourceType> resources();

    /** One object; for cluster-scoped resources the namespace is the empty string. */
    Optional<JsonObject> get(ResourceType type, String namespace, String name);

    /** The objects of a namespace, or of all when it is the empty string, ordered by namespace and name. */
    List<JsonObject> list(ResourceType type, String namespace);

    /** The objects, of any kind and namespace, that name this owner in their ownerReferences; from an index. */
    List<JsonObject> ownedBy(String ownerUid);

    /** Creates an object. */
    JsonObject create(ResourceType type, JsonObject object, String manager);

    /** Replaces the main resource ({@code subresource} null) or a sub-resource such as {@code status}; a resourceVersion in it is a lock. */
    JsonObject update(ResourceType type, @Nullable String subresource, JsonObject object, String manager);

    /** JSON merge patch of the main resource or a sub-resource. A patch that changes nothing writes nothing. */
    JsonObject mergePatch(
            ResourceType type,
            String namespace,
            String name,
            @Nullable String subresource,
            JsonObject patch,
            String manager);

    /** Server-side apply of the main resource or a sub-resource. */
    JsonObject apply(ResourceType type, @Nullable String subresource, JsonObject object, boolean force, String manager);

    /** Deletes an object: marks it while it has finalizers, else removes it. */
    void delete(ResourceType type, String namespace, String name, Deletion options);

    /**
     * Evicts a pod: deletes it unless a disruption budget that selects it has none to spare.
     *
     * @throws ApiException 429 when a budget forbids it now
     */
    void evict(String namespace, String pod);

    /**
     * Calls back after each commit, in commit order, on the committing thread while it holds the write lock: the
     * callback must be quick and must not write. Its registration ends when the returned handle is closed.
     */
    Subscription onChange(Consumer<Change> listener);

    /** The newest revision: the resourceVersion of the last write. */
    long revision();

    /** Options of a deletion: what {@code DeleteOptions} says. Null members are left to the kind's default. */
    record Deletion(
            @Nullable String propagationPolicy,
            @Nullable Long gracePeriodSeconds,
            @Nullable String uid,
            @Nullable String resourceVersion) {
        /** Background propagation, default grace, no precondition. */
        public static final Deletion BACKGROUND = new Deletion("Background", null, null, null);
    }

    /**
     * One committed change.
     *
     * @param type the resource
     * @param revision the revision it was committed at
     * @param before the object before, or null when it was created
     * @param after the object after, or null when it was removed
     */
    record Change(
            ResourceType type,
            long revision,
            @Nullable JsonObject before,
            @Nullable JsonObject after) {
        /** The object after the change, or its last state when it was removed. */
        public JsonObject object() {
            return after != null ? after : java.util.Objects.requireNonNull(before);
        }
    }

    /** Ends a registration. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** The labels of an object, by name. */
    static Map<String, @Nullable Object> labels(JsonObject object) {
        return object.object("metadata", "labels");
    }
}
