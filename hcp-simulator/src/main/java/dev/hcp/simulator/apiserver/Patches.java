package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.patch.MergePatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PATCH requests, by the type of their body. */
final class Patches {
    private final ApiServer server;

    Patches(ApiServer server) {
        this.server = server;
    }

    /** The change of a patch, over trees of any resource. */
    @FunctionalInterface
    interface TreePatch {
        JsonObject apply(JsonObject live);
    }

    Writes.Outcome patch(
            Exchange exchange, Resource resource, String namespace, String name, @Nullable String subresource) {
        ApiRequest request = exchange.request();
        String type = Bodies.mediaType(request);
        if (type.equals("application/apply-patch+yaml")) {
            return apply(exchange, resource, namespace, name, subresource);
        }
        WriteContext context = exchange.write("Patch", false);
        TreePatch patch = parse(request, resource, type);
        return server.writes()
                .update(
                        resource,
                        namespace,
                        name,
                        subresource,
                        live -> {
                            JsonObject before = java.util.Objects.requireNonNull(live);
                            return decoded(resource, name, before, patch.apply(before), context);
                        },
                        Writes.Tracking.TO_DO,
                        false,
                        context);
    }

    private JsonObject decoded(
            Resource resource, String name, JsonObject before, JsonObject after, WriteContext context) {
        if (after == before) {
            return before;
        }
        if (resource.custom()) {
            KindCheck.ofPatched(resource, after);
        }
        List<String> problems = new ArrayList<>();
        JsonObject decoded = server.decoding().prune(resource, after, problems);
        if (!problems.isEmpty() && context.fieldValidation() == WriteContext.FieldValidation.STRICT) {
            throw Failures.invalidPatch(
                    dev.hcp.simulator.apiserver.schema.GoSyntax.quote(Json.write(after)),
                    "strict decoding error: " + String.join(", ", problems));
        }
        if (context.fieldValidation() == WriteContext.FieldValidation.WARN) {
            problems.forEach(context::warn);
        }
        ObjectMeta.requireName(decoded, name);
        return decoded;
    }

    /** The patch in a request's body; another type than the known ones is a 415. */
    TreePatch parse(ApiRequest request, @Nullable Resource resource, String type) {
        Bodies.requireSize(request);
        return switch (type) {
            case "application/merge-patch+json" -> mergePatch(request);
            default -> throw unsupported(resource);
        };
    }

    private static ApiException unsupported(@Nullable Resource resource) {
        if (resource == null || !resource.custom()) {
            return Failures.unsupportedMediaType("415: Unsupported Media Type", true);
        }
        return Failures.unsupportedMediaType(
                "the body of the request was in an unknown format - accepted media types include: "
                        + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml",
                false);
    }

    private static TreePatch mergePatch(ApiRequest request) {
        Object patch;
        try {
            patch = Json.parse(request.body());
        } catch (JsonSyntaxException e) {
            throw Failures.badRequest("error decoding patch: " + GoJson.problem(request.body()));
        }
        if (patch == null) {
            throw Failures.badRequest("Invalid JSON Patch");
        }
        if (!(patch instanceof JsonObject members)) {
            String found = patch instanceof JsonArray ? "array" : patch instanceof String ? "string" : "number";
            throw Failures.badRequest("error decoding patch: json: cannot unmarshal " + found
                    + " into Go value of type map[string]interface {}");
        }
        return live -> MergePatch.apply(live, members);
    }

    private Writes.Outcome apply(
            Exchange exchange, Resource resource, String namespace, String name, @Nullable String subresource) {
        WriteContext context = exchange.write("Patch", true);
        Bodies.requireSize(exchange.request());
        List<String> duplicates = new ArrayList<>();
        Object parsed;
        try {
            parsed = Yaml.parse(exchange.request().text(), duplicates);
        } catch (YamlSyntaxException e) {
            throw Failures.badRequest("error decoding YAML: error converting YAML to JSON: " + e.getMessage());
        }
        JsonObject config = parsed instanceof JsonObject object ? object : JsonObject.EMPTY;
        boolean force =
                exchange.request().parameter("force").map("true"::equals).orElse(false);
        return server.applies().apply(resource, namespace, name, subresource, config, force, context);
    }
}
