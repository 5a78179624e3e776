package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.patch.AppliedCheck;
import dev.hcp.simulator.apiserver.patch.AppliedFields;
import dev.hcp.simulator.apiserver.patch.FieldComparison;
import dev.hcp.simulator.apiserver.patch.FieldSets;
import dev.hcp.simulator.apiserver.patch.ManagedFields;
import dev.hcp.simulator.apiserver.patch.ManagedFields.Entry;
import dev.hcp.simulator.apiserver.patch.ManagedFields.Manager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Server-side apply: a configuration is merged into an object, with a conflict where somebody else owns what it changes. */
final class Applies {
    private static final String BEFORE_FIRST_APPLY = "before-first-apply";
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final ApiServer server;

    Applies(ApiServer server) {
        this.server = server;
    }

    Writes.Outcome apply(
            Resource resource,
            String namespace,
            String name,
            @Nullable String subresource,
            JsonObject config,
            boolean force,
            WriteContext context) {
        check(resource, name, config);
        return server.writes()
                .update(
                        resource,
                        namespace,
                        name,
                        subresource,
                        live -> merged(resource, name, subresource, live, config, force, context),
                        Writes.Tracking.DONE,
                        true,
                        context);
    }

    private static void check(Resource resource, String name, JsonObject config) {
        String apiVersion = text(config, "apiVersion");
        String kind = text(config, "kind");
        if (!apiVersion.equals(resource.apiVersion()) || !kind.equals(resource.kind())) {
            String groupVersion = apiVersion.isEmpty() ? "/" : apiVersion.contains("/") ? apiVersion : "/" + apiVersion;
            throw Failures.badRequest("invalid object type: " + groupVersion + ", Kind=" + kind);
        }
        if (config.object("metadata").get("managedFields") != null) {
            throw Failures.badRequest("metadata.managedFields must be nil");
        }
        String own = ObjectMeta.text(config, "name");
        if (!own.isEmpty() && !own.equals(name)) {
            throw Failures.badRequest(
                    "the name of the object (" + own + ") does not match the name on the URL (" + name + ")");
        }
        List<String> problems = AppliedCheck.problems(config, resource.schema());
        if (!problems.isEmpty()) {
            String all = problems.size() == 1 ? problems.get(0) : "errors:\n  " + String.join("\n  ", problems);
            throw Failures.raw("failed to create typed patch object (" + ObjectMeta.text(config, "namespace") + "/"
                    + own
                    + "; " + (resource.group().isEmpty() ? "/" : "") + resource.apiVersion() + ", Kind=" + kind + "): "
                    + all);
        }
    }

    private static String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }

    private JsonObject merged(
            Resource resource,
            String name,
            @Nullable String subresource,
            @Nullable JsonObject live,
            JsonObject config,
            boolean force,
            WriteContext context) {
        Schema schema = resource.schema();
        String now = server.timestamp();
        JsonObject old = live == null ? JsonObject.EMPTY : FieldOwnership.without(live);
        ManagedFields owners = live == null ? null : ManagedFields.parse(live.array("metadata", "managedFields"));
        owners = owners == null ? ManagedFields.none() : owners;
        if (live != null && owners.isEmpty()) {
            JsonObject all = FieldOwnership.owned(resource, subresource, AppliedFields.of(old, schema));
            owners.set(
                    Manager.updater(BEFORE_FIRST_APPLY, resource.apiVersion(), null), resource.apiVersion(), now, all);
        }
        Manager manager = Manager.applier(context.manager(), subresource);
        JsonObject before = owners.of(manager);
        String time = owners.timeOf(manager);
        JsonObject stated = FieldOwnership.owned(resource, subresource, AppliedFields.of(config, schema));
        JsonObject merged = AppliedFields.merge(old, config, schema);
        owners.set(manager, resource.apiVersion(), time, stated);
        JsonObject result = prune(merged, before, owners, schema);
        FieldComparison comparison = FieldComparison.of(old, result, schema);
        JsonObject changed = FieldOwnership.withoutReset(resource, subresource, comparison.changed());
        Map<Manager, JsonObject> conflicts = conflicts(owners, manager, changed);
        if (!conflicts.isEmpty() && !force) {
            conflicts = forgiven(resource, live, context.manager(), conflicts);
            if (!conflicts.isEmpty()) {
                throw conflict(conflicts);
            }
        }
        owners.take(manager, changed);
        owners.take(manager, comparison.removed());
        boolean same = live != null && comparison.isEmpty();
        owners.set(manager, resource.apiVersion(), same ? time : now, stated);
        result = withLastApplied(same ? old : result, live, config, context.manager());
        JsonObject owned = FieldOwnership.with(ObjectMeta.named(result, name), owners);
        // Built-in kinds have types of their own, in which a null is an absent field.
        return resource.custom() ? owned : server.decoding().tree(resource, owned, context);
    }

    /** Without the fields that the applier stated before, states no more, and nobody else owns. */
    private static JsonObject prune(JsonObject merged, JsonObject before, ManagedFields owners, Schema schema) {
        if (before.isEmpty()) {
            return merged;
        }
        JsonObject pruned = AppliedFields.remove(merged, AppliedFields.withNamedFields(before, schema), schema);
        JsonObject held = JsonObject.EMPTY;
        for (Entry entry : owners.entries()) {
            held = FieldSets.union(held, entry.fields());
        }
        JsonObject everything = AppliedFields.withNamedFields(AppliedFields.of(merged, schema), schema);
        JsonObject left = AppliedFields.withNamedFields(AppliedFields.of(pruned, schema), schema);
        JsonObject kept = FieldSets.union(left, AppliedFields.withNamedFields(held, schema));
        pruned = AppliedFields.remove(merged, FieldSets.difference(everything, kept), schema);
        left = AppliedFields.withNamedFields(AppliedFields.of(pruned, schema), schema);
        JsonObject gone = FieldSets.intersection(
                FieldSets.difference(everything, left), AppliedFields.withNamedFields(before, schema));
        return AppliedFields.remove(merged, gone, schema);
    }

    private static Map<Manager, JsonObject> conflicts(ManagedFields owners, Manager manager, JsonObject changed) {
        Map<Manager, JsonObject> conflicts = new TreeMap<>();
        for (Entry entry : owners.entries()) {
            if (!entry.manager().equals(manager)) {
                JsonObject both = FieldSets.intersection(entry.fields(), changed);
                if (!both.isEmpty()) {
                    // An updater's version is part of how it is named; an applier's is not.
                    conflicts.put(entry.manager(), both);
                }
            }
        }
        return conflicts;
    }

    /** What remains of the conflicts of {@code kubectl}, which may change what it once applied from the client's side. */
    private static Map<Manager, JsonObject> forgiven(
            Resource resource, @Nullable JsonObject live, String manager, Map<Manager, JsonObject> conflicts) {
        String annotation = live == null ? null : live.text("metadata", "annotations", LAST_APPLIED);
        if (!manager.equals("kubectl") || annotation == null || annotation.isEmpty() || live == null) {
            return conflicts;
        }
        JsonObject last;
        try {
            last = Json.parseObject(annotation);
        } catch (JsonSyntaxException e) {
            return conflicts;
        }
        if (!resource.apiVersion().equals(last.text("apiVersion"))) {
            return conflicts;
        }
        Schema schema = resource.schema();
        FieldComparison drift = FieldComparison.of(last, live, schema);
        JsonObject unchanged = FieldSets.difference(AppliedFields.of(last, schema), drift.changed());
        Map<Manager, JsonObject> left = new TreeMap<>();
        conflicts.forEach((owner, fields) -> {
            JsonObject rest = FieldSets.difference(fields, unchanged);
            if (!rest.isEmpty()) {
                left.put(owner, rest);
            }
        });
        return left;
    }

    private static JsonObject withLastApplied(
            JsonObject result, @Nullable JsonObject live, JsonObject config, String manager) {
        String annotation = live == null ? null : live.text("metadata", "annotations", LAST_APPLIED);
        if (!manager.equals("kubectl") || annotation == null || annotation.isEmpty()) {
            return result;
        }
        JsonObject bare = config.withoutAt("metadata", "annotations", LAST_APPLIED);
        return result.withAt(Json.write(bare) + "\n", "metadata", "annotations", LAST_APPLIED);
    }

    private static ApiException conflict(Map<Manager, JsonObject> conflicts) {
        int count = 0;
        List<Object> causes = new ArrayList<>();
        StringBuilder many = new StringBuilder();
        String only = "";
        for (Map.Entry<Manager, JsonObject> entry : conflicts.entrySet()) {
            String who = entry.getKey().printed();
            many.append(many.length() == 0 ? "" : "\n")
                    .append("conflicts with ")
                    .append(who)
                    .append(':');
            for (String path : FieldSets.paths(entry.getValue())) {
                count++;
                only = "conflict with " + who + ": " + path;
                many.append("\n- ").append(path);
                causes.add(JsonObject.of(
                        "reason", "FieldManagerConflict", "message", "conflict with " + who, "field", path));
            }
        }
        String message = count == 1
                ? "Apply failed with 1 conflict: " + only
                : "Apply failed with " + count + " conflicts: " + many;
        return Failures.of(409, "Conflict", message, JsonObject.of("causes", JsonArray.copyOf(causes)));
    }
}
