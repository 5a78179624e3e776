package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.patch.AppliedCheck;
import dev.hcp.simulator.apiserver.patch.AppliedFields;
import dev.hcp.simulator.apiserver.patch.AppliedMerge;
import dev.hcp.simulator.apiserver.patch.FieldManager;
import dev.hcp.simulator.apiserver.patch.FieldSets;
import dev.hcp.simulator.apiserver.patch.ManagedFields;
import dev.hcp.simulator.apiserver.patch.OwnedFields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Server-side apply: a configuration is merged into an object, with a conflict where somebody else owns what it changes. */
final class Applies {
    private static final String BEFORE_FIRST_APPLY = "before-first-apply";

    private final ApiServer server;

    Applies(ApiServer server) {
        this.server = server;
    }

    /**
     * The outcome of a merge.
     *
     * @param object the merged object without its owners; the very live object when nothing changes
     * @param owners who owns its fields
     */
    record Merge(JsonObject object, ManagedFields owners) {}

    /** Refuses a configuration that is no object of the kind, or names its own owners. */
    static void check(String apiVersion, String kind, JsonObject config) {
        String ownVersion = text(config, "apiVersion");
        String ownKind = text(config, "kind");
        if (!ownVersion.equals(apiVersion) || !ownKind.equals(kind)) {
            String groupVersion = ownVersion.isEmpty() ? "/" : ownVersion.contains("/") ? ownVersion : "/" + ownVersion;
            throw Failures.badRequest("invalid object type: " + groupVersion + ", Kind=" + ownKind);
        }
        if (config.object("metadata").get("managedFields") != null) {
            throw Failures.badRequest("metadata.managedFields must be nil");
        }
    }

    /** Refuses a configuration that does not fit the schema. */
    static void checkFields(JsonObject config, Schema schema) {
        List<String> problems = AppliedCheck.problems(config, schema);
        if (!problems.isEmpty()) {
            String apiVersion = text(config, "apiVersion");
            String all = problems.size() == 1 ? problems.get(0) : "errors:\n  " + String.join("\n  ", problems);
            throw Failures.raw("failed to create typed patch object (" + ObjectMeta.text(config, "namespace") + "/"
                    + ObjectMeta.text(config, "name") + "; " + (apiVersion.contains("/") ? "" : "/") + apiVersion
                    + ", Kind=" + text(config, "kind") + "): " + all);
        }
    }

    private static String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }

    /** Applies a configuration to an object, which is created when it does not exist. */
    Writes.Outcome apply(
            Resource resource,
            String namespace,
            String name,
            @Nullable String subresource,
            JsonObject config,
            boolean force,
            WriteContext context) {
        return server.writes()
                .update(
                        resource,
                        namespace,
                        name,
                        subresource,
                        live -> applied(resource, subresource, namespace, name, live, config, force, context),
                        Writes.Tracking.DONE,
                        true,
                        context);
    }

    /** An object with a configuration applied to it, decoded; without a live object, a new one. */
    JsonObject applied(
            Resource resource,
            @Nullable String subresource,
            String namespace,
            String name,
            @Nullable JsonObject live,
            JsonObject config,
            boolean force,
            WriteContext context) {
        check(resource.apiVersion(), resource.kind(), config);
        checkFields(config, resource.schema());
        FieldOwnership ownership = new FieldOwnership(server.catalogue(), resource, subresource);
        ManagedFields owners =
                live == null ? ManagedFields.none() : ManagedFields.stored(live.array("metadata", "managedFields"));
        JsonObject old = live == null ? JsonObject.EMPTY : FieldOwnership.without(live);
        if (live != null && owners.isEmpty()) {
            ownership.update(owners, ownership.nothing(), old, BEFORE_FIRST_APPLY, server.timestamp());
        }
        boolean updates = live != null;
        Merge merge = LastApplied.forgiving(
                context.manager(),
                live,
                config,
                resource.schema(),
                force,
                forced -> merged(
                        ownership, resource, subresource, old, updates, config, owners, forced, context.manager()));
        JsonObject result = merge.object();
        if (live == null && !ObjectMeta.text(result, "uid").isEmpty()) {
            throw Failures.conflict(
                    resource,
                    name,
                    "uid mismatch: the provided object specified uid " + ObjectMeta.text(result, "uid")
                            + ", and no existing object was found");
        }
        result = ObjectMeta.inNamespace(resource, namespace, result);
        result = ObjectMeta.named(result, name);
        ObjectMeta.requireName(result, name);
        result = FieldOwnership.with(result, merge.owners());
        return merge.object() == old ? result : server.decoding().applied(resource, result, old);
    }

    /** Merges a configuration. */
    private Merge merged(
            FieldOwnership ownership,
            Resource resource,
            @Nullable String subresource,
            JsonObject old,
            boolean updates,
            JsonObject config,
            ManagedFields live,
            boolean force,
            String name) {
        Schema schema = resource.schema();
        ManagedFields owners = live.copy();
        ownership.reconcile(owners);
        FieldManager manager = FieldManager.applier(name, subresource);
        OwnedFields before = owners.entry(manager);
        String time = owners.timeOf(manager);
        JsonObject stated = ownership.owned(AppliedFields.of(config, schema));
        owners.set(manager, resource.apiVersion(), time, stated);
        JsonObject result = AppliedMerge.of(old, config, schema);
        if (before != null && !isKept(resource, before, stated)) {
            result = pruned(ownership.versions(), resource, result, before, owners);
        }
        OwnershipChange change = ownership.change(old, result);
        if (!force) {
            Map<FieldManager, JsonObject> conflicts = change.conflicts(owners, manager);
            if (!conflicts.isEmpty()) {
                throw new ApplyConflict(conflicts);
            }
        }
        change.takeFromOthers(owners, manager);
        boolean same = updates && result.equals(old);
        owners.set(manager, resource.apiVersion(), same ? time : server.timestamp(), stated);
        return new Merge(same ? old : result, owners);
    }

    /** Whether all that an applier stated before is stated again, so that nothing goes. */
    private static boolean isKept(Resource resource, OwnedFields before, JsonObject stated) {
        return before.apiVersion().equals(resource.apiVersion()) && FieldSets.contains(stated, before.fields());
    }

    /** Without what the applier stated before and states no more, seen in the version it stated it in. */
    private static JsonObject pruned(
            OwnerVersions versions, Resource resource, JsonObject merged, OwnedFields before, ManagedFields owners) {
        String version = before.apiVersion();
        Schema schema = versions.schema(version);
        if (schema == null) {
            return merged;
        }
        JsonObject held = JsonObject.EMPTY;
        for (OwnedFields entry : owners.entries()) {
            held = FieldSets.union(held, entry.fields());
        }
        JsonObject converted = versions.convert(merged, version);
        JsonObject pruned = AppliedFields.prune(converted, before.fields(), held, schema);
        if (pruned == converted) {
            return merged;
        }
        return version.equals(resource.apiVersion())
                ? pruned
                : resource.conversion().convert(pruned, resource.apiVersion());
    }
}
