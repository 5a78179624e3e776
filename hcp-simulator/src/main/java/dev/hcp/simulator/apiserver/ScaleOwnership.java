package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.ScalePaths;
import dev.hcp.simulator.apiserver.patch.FieldManager;
import dev.hcp.simulator.apiserver.patch.FieldSets;
import dev.hcp.simulator.apiserver.patch.ManagedFields;
import dev.hcp.simulator.apiserver.patch.OwnedFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who owns an object's replicas, as the object and as its scale sub-resource tell of it: each names the field in its own
 * way and version.
 */
final class ScaleOwnership {
    private static final JsonObject IN_SCALE = path("spec", "replicas");

    private final Catalogue catalogue;
    private final Resource resource;
    private final JsonObject own;
    private final ManagedFields owners;

    /**
     * The ownership of an object.
     *
     * @param object the object with its owners
     */
    ScaleOwnership(Catalogue catalogue, Resource resource, ScalePaths paths, JsonObject object) {
        this.catalogue = catalogue;
        this.resource = resource;
        this.own = path(Scales.steps(paths.specReplicas()));
        this.owners = ManagedFields.stored(object.array("metadata", "managedFields"));
    }

    private static JsonObject path(String... names) {
        JsonObject set = JsonObject.EMPTY;
        for (int i = names.length - 1; i >= 0; i--) {
            set = JsonObject.of("f:" + names[i], set);
        }
        return set;
    }

    /** The replicas as a version names them; empty where it has no scale, null where it is not served. */
    private @Nullable JsonObject replicas(String apiVersion) {
        if (apiVersion.equals(resource.apiVersion())) {
            return own;
        }
        Resource other = catalogue.kind(apiVersion, resource.kind());
        if (other == null) {
            return null;
        }
        ScalePaths paths = other.scale();
        return paths == null ? JsonObject.EMPTY : path(Scales.steps(paths.specReplicas()));
    }

    private static boolean has(JsonObject fields, JsonObject path) {
        return !FieldSets.intersection(fields, path).isEmpty();
    }

    /** The owners of the scale. */
    JsonArray ofScale() {
        List<OwnedFields> entries = new ArrayList<>();
        for (OwnedFields entry : owners.entries()) {
            JsonObject path = replicas(entry.apiVersion());
            if (path != null && has(entry.fields(), path)) {
                entries.add(OwnedFields.of(entry.manager(), Scales.SCALE.apiVersion(), entry.time(), IN_SCALE));
            }
        }
        return OwnedFields.list(entries);
    }

    /** The owners of the object after its scale has these. */
    JsonArray ofObject(JsonArray scale) {
        ManagedFields scaled = ManagedFields.stored(scale);
        List<OwnedFields> entries = new ArrayList<>();
        for (OwnedFields entry : owners.entries()) {
            JsonObject path = replicas(entry.apiVersion());
            if (path == null) {
                continue;
            }
            if (!has(entry.fields(), path)) {
                entries.add(entry);
            } else if (scaled.entry(entry.manager()) != null) {
                entries.add(entry);
                scaled.forget(entry.manager());
            } else {
                JsonObject rest = FieldSets.difference(entry.fields(), path);
                if (!rest.isEmpty()) {
                    entries.add(OwnedFields.of(entry.manager(), entry.apiVersion(), entry.time(), rest));
                }
            }
        }
        for (OwnedFields entry : scaled.entries()) {
            if (has(entry.fields(), IN_SCALE)) {
                // The reference looks for a time under the name that the scale has for the owner, and finds none.
                FieldManager manager = entry.manager();
                String time = owners.timeOf(manager);
                entries.add(OwnedFields.of(manager, resource.apiVersion(), time, own));
            }
        }
        return OwnedFields.list(entries);
    }
}
