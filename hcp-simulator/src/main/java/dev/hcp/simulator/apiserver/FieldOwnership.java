package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.ZeroValues;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.Resource.Trait;
import dev.hcp.simulator.apiserver.patch.FieldManager;
import dev.hcp.simulator.apiserver.patch.FieldSets;
import dev.hcp.simulator.apiserver.patch.ManagedFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps {@code metadata.managedFields} when objects are created, replaced and patched; apply keeps it by itself. */
final class FieldOwnership {
    /** Fields that belong to the server, whoever writes them. */
    private static final List<String> META = List.of(
            "name",
            "namespace",
            "creationTimestamp",
            "selfLink",
            "uid",
            "clusterName",
            "generation",
            "managedFields",
            "resourceVersion");

    private final Resource resource;
    private final @Nullable String subresource;
    private final OwnerVersions versions;

    /**
     * The ownership of a resource's fields.
     *
     * @param subresource the endpoint that is written to, or null for the main one
     */
    FieldOwnership(Catalogue catalogue, Resource resource, @Nullable String subresource) {
        this.resource = resource;
        this.subresource = subresource;
        this.versions = new OwnerVersions(catalogue, resource);
    }

    /** A new object with its creator as the owner of its fields. */
    JsonObject created(JsonObject object, String name, String now) {
        ManagedFields owners = ManagedFields.parse(object.array("metadata", "managedFields"));
        owners = owners == null ? ManagedFields.none() : owners;
        JsonObject bare = without(object);
        update(owners, nothing(), bare, name, now);
        return with(bare, owners);
    }

    /** What a new object is compared with: fields that a structure has whether or not they are set belong to nobody. */
    JsonObject nothing() {
        return resource.custom() ? JsonObject.EMPTY : ZeroValues.fill(JsonObject.EMPTY, resource.schema());
    }

    /** A changed object with its owners after the change. */
    JsonObject updated(JsonObject object, JsonObject old, String name, String now) {
        JsonArray before = old.array("metadata", "managedFields");
        JsonArray asked = object.array("metadata", "managedFields");
        JsonObject bare = without(object);
        boolean given = object.object("metadata").containsKey("managedFields");
        boolean reset = ManagedFields.isReset(asked) || (given && asked.isEmpty() && !resource.custom());
        if (subresource == null && reset && !before.isEmpty()) {
            return bare;
        }
        ManagedFields own =
                subresource == null && !asked.isEmpty() && !asked.equals(before) ? ManagedFields.parse(asked) : null;
        ManagedFields owners = own == null ? ManagedFields.stored(before) : own;
        if (owners.isEmpty()) {
            // An object whose ownership was given up stays without, until somebody applies.
            return bare;
        }
        JsonObject oldBare = without(old);
        if (own == null && bare.equals(oldBare)) {
            return object.withAt(before, "metadata", "managedFields");
        }
        update(owners, oldBare, bare, name, now);
        return with(bare, owners);
    }

    /** Works out the owners after an update by one who writes under a name. */
    void update(ManagedFields owners, JsonObject before, JsonObject after, String name, String now) {
        reconcile(owners);
        FieldManager manager = FieldManager.updater(name, resource.apiVersion(), subresource);
        OwnershipChange change = change(before, after);
        change.takeFromOthers(owners, manager);
        JsonObject mine =
                FieldSets.difference(owners.of(manager), change.comparison().removed());
        JsonObject acquired = withoutServerFields(change.comparison().changed());
        String time = acquired.isEmpty() ? owners.timeOf(manager) : now;
        owners.set(manager, resource.apiVersion(), time, FieldSets.union(mine, acquired));
        owners.capUpdaters();
    }

    /** Brings what is owned in line with schemas that changed since. */
    void reconcile(ManagedFields owners) {
        if (resource.custom()) {
            owners.reconcile(versions::schema);
        }
    }

    OwnerVersions versions() {
        return versions;
    }

    /** A change of the object through the endpoint. */
    OwnershipChange change(JsonObject before, JsonObject after) {
        return new OwnershipChange(
                versions, resource.apiVersion(), resource.schema(), before, after, this::withoutReset);
    }

    /** The object with its owners written down. */
    static JsonObject with(JsonObject object, ManagedFields owners) {
        return owners.isEmpty() ? without(object) : object.withAt(owners.list(), "metadata", "managedFields");
    }

    /** The object without its owners. */
    static JsonObject without(JsonObject object) {
        return object.object("metadata").containsKey("managedFields")
                ? object.withoutAt("metadata", "managedFields")
                : object;
    }

    /** Whether two states have the same content and the same owners, who differ in their times at most. */
    static boolean differOnlyInTimes(JsonObject a, JsonObject b) {
        JsonArray left = a.array("metadata", "managedFields");
        JsonArray right = b.array("metadata", "managedFields");
        if (left.size() != right.size() || !without(a).equals(without(b))) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!left.object(i).without("time").equals(right.object(i).without("time"))) {
                return false;
            }
        }
        return true;
    }

    /** The fields of a set that a writer through the endpoint can own. */
    JsonObject owned(JsonObject set) {
        return withoutServerFields(withoutReset(set));
    }

    private static JsonObject withoutServerFields(JsonObject set) {
        JsonObject result = set.without("f:apiVersion").without("f:kind");
        if (result.get("f:metadata") instanceof JsonObject meta) {
            JsonObject kept = meta.without(".");
            for (String name : META) {
                kept = kept.without("f:" + name);
            }
            result = kept.isEmpty() ? result.without("f:metadata") : result.with("f:metadata", kept);
        }
        return result;
    }

    /** A set without what the endpoint does not write. */
    private JsonObject withoutReset(JsonObject set) {
        if (set.isEmpty()) {
            return set;
        }
        if (subresource == null) {
            return resource.statusSubresource() ? set.without("f:status") : set;
        }
        if (!subresource.equals("status") && !subresource.equals("approval")) {
            return set;
        }
        JsonObject result = set.without("f:spec");
        if (resource.is(Trait.STATUS_KEEPS_METADATA) && !resource.custom()) {
            result = result.without("f:metadata");
        }
        if (resource.is(Trait.STATUS_KEEPS_LABELS)) {
            result = FieldSets.without(result, "f:metadata", "f:labels");
        }
        return result;
    }
}
