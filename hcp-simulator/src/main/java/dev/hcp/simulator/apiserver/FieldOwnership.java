package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.ZeroValues;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.Resource.Trait;
import dev.hcp.simulator.apiserver.patch.FieldComparison;
import dev.hcp.simulator.apiserver.patch.FieldSets;
import dev.hcp.simulator.apiserver.patch.ManagedFields;
import dev.hcp.simulator.apiserver.patch.ManagedFields.Manager;
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

    private FieldOwnership() {}

    /** A new object with its creator as the owner of its fields. */
    static JsonObject created(Resource resource, JsonObject object, WriteContext context, String now) {
        ManagedFields owners = parse(object.array("metadata", "managedFields"));
        JsonObject bare = without(object);
        // Fields that a structure has whether or not they are set belong to nobody until they are set.
        JsonObject nothing =
                resource.custom() ? JsonObject.EMPTY : ZeroValues.fill(JsonObject.EMPTY, resource.schema());
        return update(resource, null, bare, nothing, owners == null ? ManagedFields.none() : owners, context, now);
    }

    /** A changed object with its owners after the change. */
    static JsonObject updated(
            Resource resource,
            @Nullable String subresource,
            JsonObject object,
            JsonObject old,
            WriteContext context,
            String now) {
        JsonArray before = old.array("metadata", "managedFields");
        JsonArray asked = object.array("metadata", "managedFields");
        JsonObject bare = without(object);
        boolean given = object.object("metadata").containsKey("managedFields");
        boolean reset = ManagedFields.isReset(asked) || (given && asked.isEmpty() && !resource.custom());
        if (subresource == null && reset && !before.isEmpty()) {
            return bare;
        }
        ManagedFields owners = subresource == null && !asked.isEmpty() && !asked.equals(before) ? parse(asked) : null;
        JsonArray effective = before;
        if (owners == null) {
            owners = ManagedFields.stored(before);
        } else {
            effective = asked;
        }
        if (owners == null || owners.isEmpty()) {
            // An object whose ownership was given up stays without, until somebody applies.
            return bare;
        }
        if (bare.equals(without(old)) && effective == before) {
            return object.withAt(before, "metadata", "managedFields");
        }
        return update(resource, subresource, bare, without(old), owners, context, now);
    }

    private static @Nullable ManagedFields parse(JsonArray list) {
        return ManagedFields.parse(list);
    }

    private static JsonObject update(
            Resource resource,
            @Nullable String subresource,
            JsonObject object,
            JsonObject old,
            ManagedFields owners,
            WriteContext context,
            String now) {
        Manager manager = Manager.updater(context.manager(), resource.apiVersion(), subresource);
        FieldComparison comparison = FieldComparison.of(old, object, resource.schema());
        JsonObject changed = owned(resource, subresource, comparison.changed());
        JsonObject removed = withoutReset(resource, subresource, comparison.removed());
        owners.take(manager, withoutReset(resource, subresource, comparison.changed()));
        owners.take(manager, removed);
        JsonObject mine = FieldSets.difference(owners.of(manager), removed);
        // Who scales owns the replicas without a time, as in the reference.
        String time = changed.isEmpty() ? owners.timeOf(manager) : "scale".equals(subresource) ? "" : now;
        owners.set(manager, resource.apiVersion(), time, FieldSets.union(mine, changed));
        owners.capUpdaters();
        return with(object, owners);
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

    /** The fields of a set that a writer through an endpoint can own. */
    static JsonObject owned(Resource resource, @Nullable String subresource, JsonObject set) {
        JsonObject result =
                withoutReset(resource, subresource, set).without("f:apiVersion").without("f:kind");
        if (result.get("f:metadata") instanceof JsonObject meta) {
            JsonObject kept = meta.without(".");
            for (String name : META) {
                kept = kept.without("f:" + name);
            }
            result = kept.isEmpty() ? result.without("f:metadata") : result.with("f:metadata", kept);
        }
        return result;
    }

    /** A set without what its endpoint does not write. */
    static JsonObject withoutReset(Resource resource, @Nullable String subresource, JsonObject set) {
        if (subresource == null) {
            return resource.statusSubresource() ? set.without("f:status") : set;
        }
        if (!subresource.equals("status")) {
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
