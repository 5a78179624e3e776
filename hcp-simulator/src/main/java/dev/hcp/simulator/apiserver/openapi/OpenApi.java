package dev.hcp.simulator.apiserver.openapi;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.Collection;

/** The OpenAPI documents of a catalogue. */
public final class OpenApi {
    private static final JsonObject BUILT_IN = JsonObject.of("title", "Kubernetes", "version", "v1.32");
    private static final JsonObject CUSTOM = JsonObject.of("title", "Kubernetes CRD Swagger", "version", "v0.1.0");

    private OpenApi() {}

    /** The path of a group and version below {@code /openapi/v3/}. */
    public static String path(String group, String version) {
        return group.isEmpty() ? "api/" + version : "apis/" + group + "/" + version;
    }

    /** The OpenAPI 3 document of a group and version. */
    public static JsonObject v3(Catalogue catalogue, String group, String version) {
        Definitions definitions = new Definitions(Dialect.V3, new TypeNames(catalogue));
        JsonObject.Builder paths = JsonObject.builder(32);
        Collection<Resource> resources = catalogue.resources(group, version);
        add(Dialect.V3, resources, definitions, paths);
        boolean custom = resources.stream().allMatch(Resource::custom);
        return Dialect.V3.document(custom ? CUSTOM : BUILT_IN, paths.build(), definitions.build());
    }

    /** The OpenAPI 2 document of everything. */
    public static JsonObject v2(Catalogue catalogue) {
        Definitions definitions = new Definitions(Dialect.V2, new TypeNames(catalogue));
        JsonObject.Builder paths = JsonObject.builder(256);
        for (String group : catalogue.groups()) {
            for (String version : catalogue.versions(group)) {
                add(Dialect.V2, catalogue.resources(group, version), definitions, paths);
            }
        }
        return Dialect.V2.document(BUILT_IN, paths.build(), definitions.build());
    }

    private static void add(
            Dialect dialect, Collection<Resource> resources, Definitions definitions, JsonObject.Builder paths) {
        for (Resource resource : resources) {
            definitions.add(resource);
            Operations.add(dialect, resource, paths);
        }
        resources.stream().findFirst().ifPresent(any -> paths.put(Operations.base(any) + "/", index(dialect, any)));
    }

    /** The path that lists the resources of a group and version. */
    private static JsonObject index(Dialect dialect, Resource any) {
        return JsonObject.of(
                "get",
                JsonObject.of(
                        "operationId",
                        Operations.nameOf("get", any, "APIResources"),
                        "tags",
                        JsonArray.of(Operations.tagOf(any)),
                        "responses",
                        JsonObject.of(
                                "200",
                                dialect.response("OK", TypeNames.META + "APIResourceList"),
                                "401",
                                JsonObject.of("description", "Unauthorized"))));
    }
}
