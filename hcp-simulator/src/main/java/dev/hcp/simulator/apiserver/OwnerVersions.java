package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import org.jspecify.annotations.Nullable;

/** The versions in which the owners of an object's fields wrote: each owner's fields are compared in its own. */
final class OwnerVersions {
    private final Catalogue catalogue;
    private final Resource resource;

    /**
     * The versions of a resource.
     *
     * @param resource in the version of the request
     */
    OwnerVersions(Catalogue catalogue, Resource resource) {
        this.catalogue = catalogue;
        this.resource = resource;
    }

    /** The schema of a version; null when it is no longer served. */
    @Nullable
    Schema schema(String apiVersion) {
        if (apiVersion.equals(resource.apiVersion())) {
            return resource.schema();
        }
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        Resource other = group.equals(resource.group())
                ? catalogue.find(group, apiVersion.substring(slash + 1), resource.plural())
                : null;
        return other == null ? null : other.schema();
    }

    /** An object of the request's version in another. */
    JsonObject convert(JsonObject object, String apiVersion) {
        return apiVersion.equals(resource.apiVersion()) || object.isEmpty()
                ? object
                : resource.conversion().convert(object, apiVersion);
    }
}
