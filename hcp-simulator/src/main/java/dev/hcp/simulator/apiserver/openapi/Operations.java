package dev.hcp.simulator.apiserver.openapi;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.Subresource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The paths of one resource and what can be done at them. */
final class Operations {
    private static final List<String> ANY = List.of("*/*");
    private static final List<String> PATCHES =
            List.of("application/json-patch+json", "application/merge-patch+json", "application/apply-patch+yaml");
    private static final List<String> PATCHES_OF_BUILT_IN = List.of(
            "application/json-patch+json",
            "application/merge-patch+json",
            "application/strategic-merge-patch+json",
            "application/apply-patch+yaml");
    private static final String STATUS = TypeNames.META + "Status";
    private static final String DELETE_OPTIONS = TypeNames.META + "DeleteOptions";

    private static final List<String> LISTING = List.of(
            "allowWatchBookmarks:boolean",
            "continue:string",
            "fieldSelector:string",
            "labelSelector:string",
            "limit:integer",
            "resourceVersion:string",
            "resourceVersionMatch:string",
            "sendInitialEvents:boolean",
            "timeoutSeconds:integer",
            "watch:boolean");
    private static final List<String> WRITING =
            List.of("dryRun:string", "fieldManager:string", "fieldValidation:string");
    private static final List<String> DELETION = List.of(
            "dryRun:string", "gracePeriodSeconds:integer", "orphanDependents:boolean", "propagationPolicy:string");

    private final Dialect dialect;
    private final Resource resource;
    private final JsonObject.Builder paths;
    private final String scope;

    private Operations(Dialect dialect, Resource resource, JsonObject.Builder paths) {
        this.dialect = dialect;
        this.resource = resource;
        this.paths = paths;
        this.scope = resource.namespaced() ? "Namespaced" : "";
    }

    static void add(Dialect dialect, Resource resource, JsonObject.Builder paths) {
        new Operations(dialect, resource, paths).add();
    }

    private void add() {
        String base = base(resource) + "/";
        String collection = base + (resource.namespaced() ? "namespaces/{namespace}/" : "") + resource.plural();
        JsonObject.Builder all = item(false);
        if (has("list")) {
            all.put("get", list(scope + resource.kind()));
        }
        if (has("create")) {
            all.put("post", write("create", "post", scope + resource.kind(), resource, resource.kind(), "201"));
        }
        if (has("deletecollection")) {
            List<String> parameters = new ArrayList<>(LISTING);
            parameters.remove("watch:boolean");
            parameters.addAll(DELETION);
            all.put("delete", deletion("deletecollection", "Collection" + scope + resource.kind(), parameters));
        }
        paths.put(collection, all.build());
        if (resource.namespaced() && has("list")) {
            paths.put(
                    base + resource.plural(),
                    JsonObject.of("get", list(resource.kind() + "ForAllNamespaces"), "parameters", common(LISTING)));
        }
        if (has("get")) {
            paths.put(collection + "/{name}", one());
        }
        for (Subresource subresource : resource.subresources()) {
            boolean described = subresource.kind().equals(resource.kind())
                    || subresource.kind().equals("Scale");
            if (!described) {
                continue;
            }
            paths.put(collection + "/{name}/" + subresource.name(), subresource(subresource));
        }
    }

    /** The path below which a group and version lies. */
    static String base(Resource resource) {
        return (resource.group().isEmpty() ? "/api/" : "/apis/" + resource.group() + "/") + resource.version();
    }

    private boolean has(String verb) {
        return resource.verbs().contains(verb);
    }

    private JsonObject one() {
        String what = scope + resource.kind();
        JsonObject.Builder one = item(true).put("get", read(what, TypeNames.of(resource)));
        if (has("update")) {
            one.put("put", write("replace", "put", what, resource, resource.kind(), "201"));
        }
        if (has("patch")) {
            one.put("patch", patch(what, TypeNames.of(resource)));
        }
        if (has("delete")) {
            one.put("delete", deletion("delete", what, DELETION));
        }
        return one.build();
    }

    private JsonObject subresource(Subresource subresource) {
        String name = subresource.name();
        String what = scope + resource.kind() + title(name);
        String type = subresource.version().isEmpty()
                ? TypeNames.of(resource, subresource.kind())
                : "io.k8s.api." + subresource.group().split("\\.")[0] + "." + subresource.version() + "."
                        + subresource.kind();
        JsonObject.Builder item = item(true);
        if (subresource.verbs().contains("get")) {
            item.put("get", read(what, type));
        }
        if (subresource.verbs().contains("update")) {
            item.put("put", body(operation("replace", "put", what, WRITING), type, ANY, type, "201"));
        }
        if (subresource.verbs().contains("patch")) {
            item.put("patch", patch(what, type));
        }
        if (subresource.verbs().contains("create")) {
            item.put("post", body(operation("create", "post", what, WRITING), type, ANY, type, "201"));
        }
        return item.build();
    }

    private JsonObject.Builder item(boolean named) {
        List<Object> parameters = new ArrayList<>();
        if (named) {
            parameters.add(dialect.parameter("name", "path", "string"));
        }
        if (resource.namespaced()) {
            parameters.add(dialect.parameter("namespace", "path", "string"));
        }
        parameters.add(dialect.parameter("pretty", "query", "string"));
        return JsonObject.builder(6).put("parameters", JsonArray.copyOf(parameters));
    }

    private JsonArray common(List<String> parameters) {
        List<Object> declared = new ArrayList<>(queries(parameters));
        declared.add(dialect.parameter("pretty", "query", "string"));
        return JsonArray.copyOf(declared);
    }

    private JsonObject list(String what) {
        return answered(
                operation("list", "list", what, what.endsWith("ForAllNamespaces") ? List.of() : LISTING),
                TypeNames.of(resource, resource.listKind()));
    }

    private JsonObject read(String what, String type) {
        return answered(operation("read", "get", what, List.of()), type);
    }

    private JsonObject write(String verb, String action, String what, Resource of, String kind, String created) {
        String type = TypeNames.of(of, kind);
        return body(operation(verb, action, what, WRITING), type, ANY, type, created);
    }

    private JsonObject patch(String what, String type) {
        List<String> parameters = new ArrayList<>(WRITING);
        parameters.add("force:boolean");
        return body(
                operation("patch", "patch", what, parameters),
                TypeNames.META + "Patch",
                resource.custom() ? PATCHES : PATCHES_OF_BUILT_IN,
                type,
                "201");
    }

    private JsonObject deletion(String action, String what, List<String> parameters) {
        return body(operation("delete", action, what, parameters), DELETE_OPTIONS, ANY, STATUS, "202");
    }

    private JsonObject operation(String verb, String action, String what, List<String> parameters) {
        return JsonObject.of(
                "operationId",
                nameOf(verb, resource, what),
                "tags",
                JsonArray.of(tagOf(resource)),
                "parameters",
                JsonArray.copyOf(queries(parameters)),
                "x-kubernetes-action",
                action,
                "x-kubernetes-group-version-kind",
                Definitions.gvk(resource.group(), resource.version(), resource.kind()));
    }

    private List<JsonObject> queries(List<String> parameters) {
        return parameters.stream()
                .map(each -> each.split(":"))
                .map(parts -> dialect.parameter(parts[0], "query", parts[1]))
                .toList();
    }

    private JsonObject answered(JsonObject operation, String type) {
        return operation.with(
                "responses",
                JsonObject.of(
                        "200", dialect.response("OK", type), "401", JsonObject.of("description", "Unauthorized")));
    }

    private JsonObject body(
            JsonObject operation, String body, List<String> mediaTypes, String answer, String otherCode) {
        return dialect.withBody(answered(operation, answer), body, mediaTypes)
                .withAt(
                        dialect.response(otherCode.equals("201") ? "Created" : "Accepted", answer),
                        "responses",
                        otherCode);
    }

    /** The name of an operation, with its group and version: {@code listAppsV1...}, {@code listFarmExampleComV1...}. */
    static String nameOf(String verb, Resource resource, String what) {
        return verb + title(camelCase(resource)) + title(resource.version()) + what;
    }

    static String tagOf(Resource resource) {
        return camelCase(resource) + "_" + resource.version();
    }

    private static String title(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String camelCase(Resource resource) {
        String group = resource.group().isEmpty() ? "core" : resource.group();
        if (!resource.custom() && group.endsWith(".k8s.io")) {
            group = group.substring(0, group.length() - ".k8s.io".length());
        }
        StringBuilder name = new StringBuilder(group.length());
        boolean upper = false;
        for (char c : group.toCharArray()) {
            if (c == '.' || c == '-') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }
}
