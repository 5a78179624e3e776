package dev.hcp.simulator.apiserver;

import static java.util.Objects.requireNonNull;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.ScalePaths;
import dev.hcp.simulator.apiserver.patch.ManagedFields;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes of the scale sub-resource, whose field owners are those of the object's replicas. */
final class ScaleRequests {
    private final ApiServer server;
    private final Patches patches;

    ScaleRequests(ApiServer server, Patches patches) {
        this.server = server;
        this.patches = patches;
    }

    ApiResponse patch(Exchange exchange, Resource resource, Route route, ScalePaths paths) {
        ApiRequest request = exchange.request();
        PatchType type = PatchType.of(request, resource.custom());
        Bodies.requireSize(request);
        WriteContext context = exchange.write("Patch", type == PatchType.APPLY);
        if (type == PatchType.APPLY) {
            return scaled(
                    exchange,
                    resource,
                    route,
                    paths,
                    scale -> applied(request, resource, route, scale, context),
                    context);
        }
        return update(
                exchange,
                resource,
                route,
                paths,
                scale -> {
                    JsonObject patched = patches.patched(request, type, Scales.SCALE, scale, context);
                    ObjectMeta.requireName(patched, route.name());
                    return patched;
                },
                context);
    }

    /** Changes a scale, with its field owners worked out from what changes. */
    ApiResponse update(
            Exchange exchange,
            Resource resource,
            Route route,
            ScalePaths paths,
            UnaryOperator<JsonObject> change,
            WriteContext context) {
        return scaled(
                exchange,
                resource,
                route,
                paths,
                scale -> {
                    ManagedFields owners = ManagedFields.stored(scale.array("metadata", "managedFields"));
                    JsonObject bare = FieldOwnership.without(scale);
                    JsonObject changed = FieldOwnership.without(change.apply(scale));
                    if (!owners.isEmpty()) {
                        ownership().update(owners, bare, changed, context.manager(), server.timestamp());
                    }
                    return FieldOwnership.with(changed, owners);
                },
                context);
    }

    private FieldOwnership ownership() {
        return new FieldOwnership(server.catalogue(), Scales.SCALE, "scale");
    }

    private JsonObject applied(
            ApiRequest request, Resource resource, Route route, JsonObject scale, WriteContext context) {
        List<String> duplicates = new ArrayList<>();
        JsonObject config = Patches.configuration(request, duplicates);
        Applies.check(Scales.SCALE.apiVersion(), Scales.SCALE.kind(), config);
        if (resource.custom() && scale.array("metadata", "managedFields").isEmpty()) {
            // The reference fails when it would have to take down who owned the fields before the first apply.
            throw Failures.raw("failed to create manager for existing fields: failed to convert live object "
                    + "(/; autoscaling/v1, Kind=Scale) to proper version: request to convert CR to an invalid "
                    + "group/version: autoscaling/v1");
        }
        JsonObject applied = server.applies()
                .applied(
                        Scales.SCALE,
                        "scale",
                        route.namespace(),
                        route.name(),
                        scale,
                        config,
                        Patches.isForced(request),
                        context);
        Patches.refuseDuplicates(duplicates, context);
        return applied;
    }

    private ApiResponse scaled(
            Exchange exchange,
            Resource resource,
            Route route,
            ScalePaths paths,
            UnaryOperator<JsonObject> change,
            WriteContext context) {
        StoredObject updated = server.writes()
                .update(
                        resource,
                        route.namespace(),
                        route.name(),
                        "scale",
                        live -> {
                            JsonObject before = requireNonNull(live);
                            ScaleOwnership owners = new ScaleOwnership(server.catalogue(), resource, paths, before);
                            JsonObject shown = Scales.toChange(resource, paths, before);
                            JsonArray ofScale = owners.ofScale();
                            JsonObject scale = change.apply(
                                    ofScale.isEmpty() ? shown : shown.withAt(ofScale, "metadata", "managedFields"));
                            JsonObject changed = Scales.applied(resource, paths, before, scale);
                            JsonArray ofObject = owners.ofObject(scale.array("metadata", "managedFields"));
                            return ofObject.isEmpty()
                                    ? FieldOwnership.without(changed)
                                    : changed.withAt(ofObject, "metadata", "managedFields");
                        },
                        Writes.Tracking.DONE,
                        false,
                        context)
                .object();
        return exchange.tree(200, Scales.of(resource, paths, updated.tree()));
    }
}
