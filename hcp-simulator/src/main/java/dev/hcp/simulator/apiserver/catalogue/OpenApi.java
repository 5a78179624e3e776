package dev.hcp.simulator.apiserver.catalogue;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.MetaSchemas;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The OpenAPI documents of a catalogue: what clients need to explain kinds and to know which parameters are taken. */
public final class OpenApi {
    private static final String OBJECT_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
    private static final List<String> WRITE_PARAMETERS = List.of("dryRun", "fieldManager", "fieldValidation", "pretty");

    private OpenApi() {}

    /** The path of a group and version below {@code /openapi/v3/}. */
    public static String path(String group, String version) {
        return group.isEmpty() ? "api/" + version : "apis/" + group + "/" + version;
    }

    /** The OpenAPI 3 document of a group and version. */
    public static JsonObject v3(Catalogue catalogue, String group, String version) {
        JsonObject.Builder paths = JsonObject.builder(16);
        JsonObject.Builder schemas = JsonObject.builder(16);
        schemas.put(OBJECT_META, SchemaExport.of(MetaSchemas.OBJECT_META));
        for (Resource resource : catalogue.resources(group, version)) {
            schemas.put(name(resource), definition(resource, "#/components/schemas/"));
            addPaths(resource, paths);
        }
        return JsonObject.of(
                "openapi",
                "3.0.0",
                "info",
                JsonObject.of("title", "Kubernetes", "version", "v1.32"),
                "paths",
                paths.build(),
                "components",
                JsonObject.of("schemas", schemas.build()));
    }

    /** The OpenAPI 2 document: the definitions of all kinds. */
    public static JsonObject v2(Catalogue catalogue) {
        JsonObject.Builder definitions = JsonObject.builder(64);
        definitions.put(OBJECT_META, SchemaExport.of(MetaSchemas.OBJECT_META));
        JsonObject.Builder paths = JsonObject.builder(64);
        for (String group : catalogue.groups()) {
            for (String version : catalogue.versions(group)) {
                for (Resource resource : catalogue.resources(group, version)) {
                    definitions.put(name(resource), definition(resource, "#/definitions/"));
                    addPaths(resource, paths);
                }
            }
        }
        return JsonObject.of(
                "swagger",
                "2.0",
                "info",
                JsonObject.of("title", "Kubernetes", "version", "v1.32"),
                "paths",
                paths.build(),
                "definitions",
                definitions.build());
    }

    private static JsonObject definition(Resource resource, String references) {
        Schema schema = resource.schema();
        JsonObject exported = SchemaExport.of(schema);
        if (schema.properties().containsKey("metadata")) {
            JsonObject reference = JsonObject.of("$ref", references + OBJECT_META);
            exported = exported.withAt(
                    JsonObject.of("allOf", JsonArray.of(reference), "default", JsonObject.EMPTY),
                    "properties",
                    "metadata");
        }
        return exported.with("x-kubernetes-group-version-kind", JsonArray.of(gvk(resource)));
    }

    /** The name of a kind's schema: its group backwards, its version and the kind. */
    private static String name(Resource resource) {
        if (!resource.custom()) {
            String group =
                    resource.group().isEmpty() ? "core" : resource.group().split("\\.")[0];
            return "io.k8s.api." + group + "." + resource.version() + "." + resource.kind();
        }
        List<String> parts = new ArrayList<>(Arrays.asList(resource.group().split("\\.")));
        Collections.reverse(parts);
        return String.join(".", parts) + "." + resource.version() + "." + resource.kind();
    }

    private static JsonObject gvk(Resource resource) {
        return JsonObject.of("group", resource.group(), "version", resource.version(), "kind", resource.kind());
    }

    private static void addPaths(Resource resource, JsonObject.Builder paths) {
        String base = (resource.group().isEmpty() ? "/api/" : "/apis/" + resource.group() + "/") + resource.version();
        String collection = base + (resource.namespaced() ? "/namespaces/{namespace}/" : "/") + resource.plural();
        JsonObject.Builder all = JsonObject.builder(2);
        if (resource.verbs().contains("list")) {
            all.put("get", operation(resource, "list", List.of("fieldSelector", "labelSelector", "limit", "watch")));
        }
        all.put("post", operation(resource, "post", WRITE_PARAMETERS));
        paths.put(collection, all.build());
        if (!resource.verbs().contains("get")) {
            return;
        }
        List<String> patch = new ArrayList<>(WRITE_PARAMETERS);
        patch.add("force");
        paths.put(
                collection + "/{name}",
                JsonObject.of(
                        "get",
                        operation(resource, "get", List.of("pretty")),
                        "put",
                        operation(resource, "put", WRITE_PARAMETERS),
                        "patch",
                        operation(resource, "patch", patch),
                        "delete",
                        operation(resource, "delete", List.of("dryRun", "gracePeriodSeconds", "propagationPolicy"))));
    }

    private static JsonObject operation(Resource resource, String action, List<String> parameters) {
        List<Object> declared = new ArrayList<>();
        for (String parameter : parameters) {
            declared.add(JsonObject.of(
                    "name", parameter, "in", "query", "schema", JsonObject.of("type", "string", "uniqueItems", true)));
        }
        return JsonObject.of(
                "parameters",
                JsonArray.copyOf(declared),
                "responses",
                JsonObject.of("200", JsonObject.of("description", "OK")),
                "x-kubernetes-action",
                action,
                "x-kubernetes-group-version-kind",
                gvk(resource));
    }
}
