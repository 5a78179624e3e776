package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Defaulting;
import dev.hcp.api.validation.schema.Pruning;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.StoredObject;

/**
 * Objects between the version they are stored in and the version they are asked for. The conversion is the kind's or the
 * definition's; then the version fills in what it defaults, and a definition's schema prunes.
 */
final class Versions {
    private Versions() {}

    /** A stored object as a resource's version shows it. */
    static StoredObject read(Resource resource, StoredObject stored) {
        if (!resource.custom() && resource.isStorageVersion()) {
            return stored;
        }
        return stored.as(resource, tree -> convert(tree, resource));
    }

    /** A stored object that was just written through a resource, which needs no conversion to be read again. */
    static StoredObject written(Resource resource, StoredObject stored) {
        if (resource.custom() && resource.isStorageVersion()) {
            stored.isItselfFor(resource);
        }
        return read(resource, stored);
    }

    private static JsonObject convert(JsonObject tree, Resource resource) {
        JsonObject versioned = resource.apiVersion().equals(tree.get("apiVersion"))
                ? tree
                : resource.conversion().convert(tree, resource.apiVersion());
        if (!resource.custom()) {
            return resource.strategy().defaults(versioned);
        }
        return Defaulting.apply(Pruning.unknownFields(versioned, resource.schema()), resource.schema());
    }

    /** An object as it is stored. */
    static JsonObject write(Resource resource, JsonObject object) {
        return resource.isStorageVersion()
                ? object
                : resource.conversion().convert(object, resource.storageApiVersion());
    }
}
